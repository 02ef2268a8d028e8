// SPDX-License-Identifier: Apache-2.0
// One bucket for each rule and message: guarded, shadowed, already, changes.
#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

class Buckets : public ::testing::Test {
 protected:
  void plan(const std::vector<TestRule>& rules) { plan_ = plan_of(rules, table_); }
  std::string of(std::size_t rule) const { return buckets_text(plan_.rules[rule]); }
  std::string changes() const { return changes_text(plan_); }

  MessageTable table_;
  plan::Plan plan_;
};

TEST_F(Buckets, the_first_terminal_action_wins) {
  table_.add("m1");
  plan({rule("a", {"trash"}), rule("b", {"archive"}), rule("c", {"trash"})});
  EXPECT_EQ(changes(), "m1: trash; ");
  EXPECT_EQ(of(0), "changes 1, guarded 0, shadowed 0, already 0");
  EXPECT_EQ(of(1), "changes 0, guarded 0, shadowed 1, already 0");
  EXPECT_EQ(of(2), "changes 0, guarded 0, shadowed 1, already 0");
}

TEST_F(Buckets, the_first_terminal_action_wins_also_when_it_is_done) {
  table_.add("m1").in(mail::Location::kArchive);
  plan({rule("a", {"archive"}), rule("b", {"trash"})});
  EXPECT_EQ(changes(), "");
  EXPECT_EQ(of(0), "changes 0, guarded 0, shadowed 0, already 1");
  EXPECT_EQ(of(1), "changes 0, guarded 0, shadowed 1, already 0");
}

TEST_F(Buckets, keep_wins_like_any_other) {
  table_.add("m1");
  plan({rule("a", {"keep"}), rule("b", {"trash"})});
  EXPECT_EQ(changes(), "");
  EXPECT_EQ(of(0), "changes 0, guarded 0, shadowed 0, already 1");
  EXPECT_EQ(of(1), "changes 0, guarded 0, shadowed 1, already 0");
}

TEST_F(Buckets, a_guarded_terminal_action_lets_a_later_one_win) {
  table_.add("m1").replied();
  plan({rule("a", {"trash"}), rule("b", {"archive"})});
  EXPECT_EQ(changes(), "m1: archive; ");
  EXPECT_EQ(of(0), "changes 0, guarded 1, shadowed 0, already 0");
  EXPECT_EQ(plan_.totals.guarded, 1);
}

TEST_F(Buckets, guarded_comes_before_shadowed_and_already) {
  table_.add("m1").starred().in(mail::Location::kArchive);
  plan({rule("a", {"keep"}), rule("b", {"archive"})});
  EXPECT_EQ(of(1), "changes 0, guarded 1, shadowed 0, already 0");
}

TEST_F(Buckets, shadowed_comes_before_already) {
  table_.add("m1").in(mail::Location::kArchive);
  plan({rule("a", {"keep"}), rule("b", {"archive"})});
  EXPECT_EQ(of(1), "changes 0, guarded 0, shadowed 1, already 0");
}

TEST_F(Buckets, other_actions_accumulate) {
  table_.add("m1").unread();
  plan({rule("a", {"label:A", "mark_read"}), rule("b", {"label:B"}), rule("c", {"archive"}),
        rule("d", {"star"})});
  EXPECT_EQ(changes(), "m1: label:A mark_read label:B archive star; ");
}

TEST_F(Buckets, an_action_is_planned_once) {
  table_.add("m1").unread();
  plan({rule("a", {"mark_read"}), rule("b", {"mark_read"}), rule("c", {"mark_read", "label:A"})});
  EXPECT_EQ(changes(), "m1: mark_read label:A; ");
  EXPECT_EQ(of(1), "changes 0, guarded 0, shadowed 1, already 0");
  EXPECT_EQ(of(2), "changes 1, guarded 0, shadowed 0, already 0");
  EXPECT_EQ(plan_.changes[0].actions[1].rule, 2u);
}

TEST_F(Buckets, what_is_done_is_already) {
  table_.add("m1").label("A");
  plan({rule("a", {"label:A", "mark_read"}), rule("b", {"label:A", "label:B"})});
  EXPECT_EQ(changes(), "m1: label:B; ");
  EXPECT_EQ(of(0), "changes 0, guarded 0, shadowed 0, already 1");
}

TEST_F(Buckets, a_shadowed_rule_does_nothing_at_all) {
  table_.add("m1").unread();
  plan({rule("a", {"archive"}), rule("b", {"trash", "mark_read"})});
  EXPECT_EQ(changes(), "m1: archive; ");
}

TEST_F(Buckets, unknown_is_counted_and_not_matched) {
  table_.add("m1").unknown("subject");
  plan({rule("a", {"trash"}, subject_has("x")),
        rule("b", {"trash"}, Expression::negate(subject_has("x")))});
  for (const auto& tally : plan_.rules) {
    EXPECT_EQ(tally.unknown, 1);
    EXPECT_EQ(tally.matched, 0);
  }
  EXPECT_EQ(plan_.totals.matched, 0);
}

}  // namespace
}  // namespace mailcomb::testing
