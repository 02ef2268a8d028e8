// SPDX-License-Identifier: Apache-2.0
#include "policy/check.hpp"

#include <gtest/gtest.h>

#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

using testing::policy_of;
using testing::read;

std::string warnings(std::initializer_list<std::string> rules) {
  std::string messages;
  for (const auto& warning : find_feedback(read(policy_of(rules)).rules))
    messages += warning.message + "\n";
  return messages;
}

// One rule with this filter and this action.
bool warns(const std::string& match, const std::string& then) {
  return !warnings({"{name: a, match: {" + match + "}, then: " + then + "}"}).empty();
}

TEST(Feedback, is_told_with_its_place) {
  const auto policy = read(policy_of({"{name: a, match: {older_than: 3d}, then: mark_read}",
                                      "{name: b, match: {not: {is: unread}}, then: trash}"}));
  EXPECT_EQ(testing::to_texts(find_feedback(policy.rules)),
            "p.yaml:5:15: 'is: unread' in rule 'b' reads what 'mark_read' of rule 'a' changes\n"
            "    - {name: b, match: {not: {is: unread}}, then: trash}\n"
            "                ^\n"
            "  hint: a second run may select other messages; what is done already is left alone "
            "anyway\n");
}

TEST(Feedback, comes_from_what_an_action_changes) {
  EXPECT_TRUE(warns("is: unread", "mark_read"));
  EXPECT_TRUE(warns("is: read", "mark_unread"));
  EXPECT_TRUE(warns("is: starred", "unstar"));
  EXPECT_TRUE(warns("in: archive", "archive"));
  EXPECT_TRUE(warns("is: sent", "trash"));
  EXPECT_TRUE(warns("is: draft", "trash"));
  EXPECT_TRUE(warns("label: news", "{unlabel: News}"));
  EXPECT_TRUE(warns("importance: critical", "star"));
  EXPECT_TRUE(warns("has: user-label", "{label: A}"));
  EXPECT_TRUE(warns("has: user-label", "trash"));
}

TEST(Feedback, does_not_come_from_anything_else) {
  EXPECT_FALSE(warns("is: unread", "star"));
  EXPECT_FALSE(warns("is: starred", "mark_read"));
  EXPECT_FALSE(warns("is: important", "star"));
  EXPECT_FALSE(warns("importance: low", "mark_read"));
  EXPECT_FALSE(warns("in: inbox", "mark_read"));
  EXPECT_FALSE(warns("in: inbox", "keep"));
  EXPECT_FALSE(warns("label: a", "{label: b}"));
  EXPECT_FALSE(warns("older_than: 3d", "trash"));
  EXPECT_FALSE(warns("in: anywhere, older_than: 3d", "trash"));
}

TEST(Feedback, counts_each_condition_once_and_disabled_rules_not_at_all) {
  EXPECT_EQ(warnings({"{name: a, match: {is: draft}, then: trash}"}),
            "'is: draft' in rule 'a' reads what 'trash' of rule 'a' changes\n");
  EXPECT_EQ(warnings({"{name: a, match: {is: unread}, then: keep}",
                      "{name: b, match: {older_than: 3d}, then: mark_read, enabled: false}"}),
            "");
}

}  // namespace
}  // namespace mailcomb::policy
