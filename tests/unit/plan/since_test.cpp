// SPDX-License-Identifier: Apache-2.0
#include "plan/since.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

std::string new_text(const plan::Plan& plan, const plan::Earlier& earlier) {
  plan::Plan shown;
  shown.changes = plan::find_new(plan, earlier);
  return changes_text(shown);
}

TEST(Since, leaves_out_what_was_planned_for_the_same_message) {
  MessageTable table;
  table.add("m1").unread();
  table.add("m2").unread();
  table.add("m3");
  const auto plan = plan_of({rule("a", {"archive"}), rule("b", {"mark_read"})}, table);
  const mail::Action archive{mail::Action::Kind::kArchive, {}};
  const mail::Action trash{mail::Action::Kind::kTrash, {}};
  EXPECT_EQ(new_text(plan, {}), changes_text(plan));
  EXPECT_EQ(
      new_text(plan, {{"m1", {archive}}, {"m2", {trash}}, {"m3", {archive}}, {"m9", {trash}}}),
      "m1: mark_read; m2: archive mark_read; ");
  EXPECT_EQ(plan.changes.size(), 3u);
}

TEST(Since, tells_labels_apart) {
  MessageTable table;
  table.add("m1");
  const auto plan = plan_of({rule("a", {"label:A", "label:B"})}, table);
  EXPECT_EQ(new_text(plan, {{"m1", {{mail::Action::Kind::kLabel, "A"}}}}), "m1: label:B; ");
}

}  // namespace
}  // namespace mailcomb::testing
