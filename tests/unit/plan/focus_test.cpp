// SPDX-License-Identifier: Apache-2.0
// Rules that only have their say: the plan is a part of the whole one.
#include "plan/focus.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

TestRule idle(TestRule rule) {
  rule.rule.acts = false;
  return rule;
}

TEST(Focus, an_idle_rule_goes_on_to_protect_what_it_keeps) {
  MessageTable table;
  table.add("m1").subject("invoice");
  table.add("m2");
  const auto plan = plan_of({idle(rule("keep", {"keep"}, subject_has("invoice"))),
                             rule("trash", {"trash"}), idle(rule("read", {"mark_unread"}))},
                            table);
  EXPECT_EQ(changes_text(plan), "m2: trash; ");
  ASSERT_EQ(plan.rules.size(), 1u);
  EXPECT_EQ(plan.rules[0].name, "trash");
  EXPECT_EQ(buckets_text(plan.rules[0]), "changes 1, guarded 0, shadowed 1, already 0");
  EXPECT_EQ(plan.changes[0].actions[0].rule, 0u);
  EXPECT_EQ(plan.only_rules, std::vector<std::string>{"trash"});
}

TEST(Focus, what_only_idle_rules_match_is_not_counted) {
  MessageTable table;
  table.add("m1").starred().subject("a");
  table.add("m2").starred().subject("b");
  const auto plan = plan_of(
      {idle(rule("a", {"trash"}, subject_has("a"))), rule("b", {"trash"}, subject_has("b"))},
      table);
  EXPECT_EQ(plan.totals.matched, 1);
  EXPECT_EQ(plan.totals.guarded, 1);
  EXPECT_EQ(guards_text(plan), "starred 1, ");
}

TEST(Focus, what_an_idle_rule_would_do_is_not_done_by_another) {
  MessageTable table;
  table.add("m1").unread();
  const auto plan =
      plan_of({idle(rule("a", {"mark_read"})), rule("b", {"mark_read", "label:A"})}, table);
  EXPECT_EQ(changes_text(plan), "m1: label:A; ");
}

TEST(Focus, is_nothing_special_if_every_rule_acts) {
  MessageTable table;
  table.add("m1");
  EXPECT_TRUE(plan_of({rule("a", {"archive"})}, table).only_rules.empty());
}

TEST(Focus, numbers_anew_why_rule_types_keep_messages) {
  const std::vector<plan::Rule> rules = {idle(rule("a", {"archive"})).rule,
                                         rule("b", {"archive"}).rule};
  plan::Plan plan;
  plan.rules.resize(2);
  plan.keeps = {{"m1", 0, 0}, {"m2", 1, 0}};
  plan::drop_idle_rules(rules, plan);
  ASSERT_EQ(plan.keeps.size(), 1u);
  EXPECT_EQ(plan.keeps[0].message_id, "m2");
  EXPECT_EQ(plan.keeps[0].rule, 0u);
}

TEST(Planner, tells_how_many_messages_lie_ahead) {
  MessageTable table;
  table.add("m1").days_old(0);
  EXPECT_FALSE(plan_of({rule("a", {"archive"})}, table).ahead);
  table.add("m2").days_old(-2);
  table.add("m3").days_old(-5);
  table.add("m4").unknown("received_at");
  const auto plan = plan_of({rule("a", {"archive"})}, table);
  ASSERT_TRUE(plan.ahead);
  EXPECT_EQ(plan.ahead->messages, 2);
  EXPECT_EQ(plan.ahead->newest_ms, days_ago_ms(-5));
}

}  // namespace
}  // namespace mailcomb::testing
