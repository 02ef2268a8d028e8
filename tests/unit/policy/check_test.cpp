// SPDX-License-Identifier: Apache-2.0
#include "policy/check.hpp"

#include <gtest/gtest.h>

#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

using testing::policy_of;
using testing::read;
using testing::refused;

TEST(EveryMessage, must_not_be_trashed_or_archived) {
  for (const std::string match :
       {"{}", "{in: anywhere}", "{all: [{in: anywhere}]}", "{any: [{is: read}, {in: anywhere}]}",
        "{not: {not: {in: anywhere}}}"}) {
    EXPECT_NE(refused(policy_of({"{name: a, match: " + match + ", then: trash}"}))
                  .find(" would trash every message\n"),
              std::string::npos)
        << match;
    EXPECT_EQ(refused(policy_of({"{name: a, match: " + match + ", then: mark_read}"})), "");
  }
  EXPECT_EQ(refused(policy_of({"{name: a, rule: match, then: [star, archive]}"})),
            "p.yaml:4:5: rule 'a' would archive every message\n"
            "    - {name: a, rule: match, then: [star, archive]}\n"
            "      ^\n"
            "  hint: say which ones, such as match: {older_than: 90d}\n");
}

TEST(EveryMessage, may_go_to_a_rule_type_that_chooses) {
  EXPECT_EQ(refused(policy_of({"{name: a, match: {}, rule: acme.old, then: trash}"})), "");
  EXPECT_EQ(refused(policy_of({"{name: a, match: {is: read}, then: trash}"})), "");
}

TEST(Contradictions, between_two_rules_name_both) {
  EXPECT_EQ(refused(policy_of({"{name: a, match: {older_than: 3d}, then: [mark_read, star]}",
                               "{name: b, match: {older_than: 3d}, then: trash}",
                               "{name: c, match: {older_than: 9d}, then: mark_unread}"})),
            "p.yaml:6:40: 'mark_unread' of rule 'c' contradicts 'mark_read' of rule 'a'\n"
            "    - {name: c, match: {older_than: 9d}, then: mark_unread}\n"
            "                                         ^\n"
            "  hint: no message gets both; disable one of the rules\n");
}

TEST(Contradictions, of_disabled_rules_and_terminal_actions_are_none) {
  EXPECT_EQ(refused(policy_of({"{name: a, match: {older_than: 3d}, then: star}",
                               "{name: b, match: {older_than: 3d}, then: unstar, enabled: false}",
                               "{name: c, match: {older_than: 3d}, then: trash}",
                               "{name: d, match: {older_than: 3d}, then: archive}"})),
            "");
}

// The pipeline asks again once rule types have told their actions.
TEST(Contradictions, show_when_default_actions_are_filled_in) {
  auto rules = read(policy_of({"{name: a, rule: some}", "{name: b, rule: other}"})).rules;
  EXPECT_TRUE(find_contradictions(rules).empty());
  rules[0].then = {{mail::Action::Kind::kLabel, "A"}};
  rules[1].then = {{mail::Action::Kind::kUnlabel, "A"}};
  ASSERT_EQ(find_contradictions(rules).size(), 1u);
  EXPECT_EQ(find_contradictions(rules)[0].message,
            "'unlabel:A' of rule 'b' contradicts 'label:A' of rule 'a'");
}

}  // namespace
}  // namespace mailcomb::policy
