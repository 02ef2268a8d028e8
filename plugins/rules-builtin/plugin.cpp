// SPDX-License-Identifier: Apache-2.0
// rules-builtin: `match`, recipes that bring their own filter and action, and rule types that compare
// messages.
#include "mailcomb/plugin.hpp"

#include "rules-builtin/archive_old_promotions.hpp"
#include "rules-builtin/archive_old_social.hpp"
#include "rules-builtin/days.hpp"
#include "rules-builtin/delete_very_old.hpp"
#include "rules-builtin/duplicate.hpp"
#include "rules-builtin/label_newsletters.hpp"
#include "rules-builtin/mark_newsletters_read.hpp"
#include "rules-builtin/match.hpp"
#include "rules-builtin/retain.hpp"

MAILCOMB_PLUGIN("rules-builtin", "0.1.0", plugin) {
  using namespace mailcomb::rules_builtin;
  plugin.rule<Match>("match", "Everything that `match:` selects");
  add_days(plugin.rule<ArchiveOldPromotions>("archive_old_promotions", "Archives old promotions"),
           30);
  add_days(
      plugin.rule<ArchiveOldSocial>("archive_old_social", "Archives old mail from social networks"),
      14);
  add_days(plugin.rule<DeleteVeryOld>("delete_very_old", "Moves what is very old to the trash"),
           365);
  add_days(plugin.rule<MarkNewslettersRead>("mark_newsletters_read", "Marks newsletters as read"),
           3);
  plugin.rule<LabelNewsletters>("label_newsletters", "Puts a label on newsletters")
      .property("label",
                R"({"type":"string","title":"the label","minLength":1,"default":"Newsletters"})");
  Retain::describe(plugin.rule<Retain>(
      "retain", "Keeps the newest of each sender, list, thread or subject; selects the others"));
  Duplicate::describe(plugin.rule<Duplicate>(
      "duplicate", "Keeps the best copy of each message; selects the others"));
}
