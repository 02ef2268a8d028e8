// SPDX-License-Identifier: Apache-2.0
#include "pipeline/difference.hpp"

#include "matching_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

using testing::MessageTable;
using testing::TestRule;

Resolved resolved(const std::vector<TestRule>& rules, const std::string& more = "",
                  const std::string& config = "match {}") {
  Resolved made;
  made.text = "policy p\n" + more;
  for (const auto& rule : rules) {
    made.text +=
        "rule " + rule.rule.name + ": " + config + ": " + filter::to_text(rule.filter) + "\n";
    made.program.rules.push_back(ready(rule));
  }
  return made;
}

std::string text(const std::vector<Difference>& differences) {
  std::string text;
  for (const auto& each : differences) text += each.what + " | " + each.a + " | " + each.b + "\n";
  return text;
}

const auto kOld = testing::older_than(30);
const auto kOlder = testing::older_than(90);

TEST(FindDifferences, finds_none_between_equals) {
  const auto one = resolved({testing::rule("a", {"archive"}, kOld)});
  const auto other = resolved({testing::rule("a", {"archive"}, kOld)});
  EXPECT_EQ(text(find_differences(one, other)), "");
}

TEST(FindDifferences, tells_what_a_rule_selects_and_does) {
  const auto one = resolved({testing::rule("a", {"archive"}, kOld)});
  const auto other = resolved({testing::rule("a", {"archive", "mark_read"}, kOlder)});
  EXPECT_EQ(text(find_differences(one, other)),
            "rule a: when | " + filter::to_text(kOld) + " | " + filter::to_text(kOlder) +
                "\nrule a: then | archive | archive, mark_read\n");
}

TEST(FindDifferences, tells_rules_that_only_one_has_and_their_order) {
  const auto a = testing::rule("a", {"archive"}, kOld);
  const auto b = testing::rule("b", {"trash"}, kOld);
  const auto c = testing::rule("c", {"star"}, kOld);
  EXPECT_EQ(text(find_differences(resolved({a, b}), resolved({b, a, c}))),
            "rule c |  | " + filter::to_text(kOld) + ": star\norder of the rules | a, b | b, a\n");
  EXPECT_EQ(text(find_differences(resolved({a, c}), resolved({a}))),
            "rule c | " + filter::to_text(kOld) + ": star | \n");
}

TEST(FindDifferences, tells_how_conversations_are_trashed) {
  auto single = testing::rule("a", {"trash"}, kOld);
  single.rule.whole_thread = false;
  EXPECT_EQ(
      text(find_differences(resolved({testing::rule("a", {"trash"}, kOld)}), resolved({single}))),
      "rule a: trashes | only if the whole conversation may go | message by message\n");
}

TEST(FindDifferences, tells_parameters_that_only_the_rule_type_understands) {
  const auto a = testing::rule("a", {"archive"}, kOld);
  const auto differences = find_differences(resolved({a}, "", "retain {last: 3}"),
                                            resolved({a}, "", "retain {last: 4}"));
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_EQ(differences[0].what, "rule a: parameters");
  EXPECT_NE(differences[0].a.find("last: 3"), std::string::npos);
}

TEST(FindDifferences, tells_limits_and_whatever_is_no_rule) {
  const auto a = testing::rule("a", {"archive"}, kOld);
  auto other = resolved({a}, "guard never: from: x\n");
  other.program.limits = {{mail::Action::Kind::kTrash, 5.0, 100}};
  EXPECT_EQ(text(find_differences(resolved({a}), other)),
            "limit of archive | 60% | none\nlimit of trash | 20% | 5% and 100 messages\nguard |  | "
            "guard never: from: x\n");
}

plan::Plan plan_by(std::vector<TestRule> rules, const MessageTable& table) {
  return testing::plan_of(rules, table);
}

TEST(ComparePlans, sorts_messages_by_who_changes_them) {
  MessageTable table;
  for (const auto* id : {"alpha", "beta", "both", "other"}) table.add(id).subject(id).unread();
  const auto has = [](const char* text) { return testing::subject_has(text); };
  const auto one = plan_by(
      {testing::rule("x", {"archive"}, filter::Expression::any({has("alpha"), has("both")})),
       testing::rule("y", {"mark_read"}, has("other"))},
      table);
  const auto two =
      plan_by({testing::rule("x", {"archive"}, filter::Expression::any({has("beta"), has("both")})),
               testing::rule("y", {"star"}, has("other"))},
              table);
  const auto found = compare_plans(one, two);
  std::string text;
  for (const auto& each : found.messages)
    text += each.any().id + (each.a ? " A" : "") + (each.b ? " B" : "") + "; ";
  EXPECT_EQ(text, "alpha A; other A B; beta B; ");
  EXPECT_EQ(found.only_a, 1);
  EXPECT_EQ(found.only_b, 1);
  EXPECT_EQ(found.other, 1);
  EXPECT_EQ(found.same, 1);
}

TEST(ComparePlans, does_not_mind_which_rule_acts) {
  MessageTable table;
  table.add("m").unread();
  const auto one = plan_by({testing::rule("x", {"archive", "mark_read"})}, table);
  const auto two =
      plan_by({testing::rule("y", {"mark_read"}), testing::rule("z", {"archive"})}, table);
  EXPECT_EQ(compare_plans(one, two).same, 1);
  EXPECT_TRUE(compare_plans(one, two).messages.empty());
}

}  // namespace
}  // namespace mailcomb::pipeline
