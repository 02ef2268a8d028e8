// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

TEST(Planner, describes_what_it_changes) {
  MessageTable table;
  table.add("m0");
  table.add("m1")
      .thread("t")
      .subject("Hi")
      .from("Ann <ann@example.org>")
      .days_old(3)
      .size(7)
      .label("B")
      .label("A");
  const auto plan = plan_of({rule("r", {"archive"}, subject_has("hi"))}, table);
  ASSERT_EQ(plan.changes.size(), 1u);
  const auto& change = plan.changes[0];
  EXPECT_EQ(change.id, "m1");
  EXPECT_EQ(change.thread, "t");
  EXPECT_EQ(change.subject, "Hi");
  EXPECT_EQ(change.from, "ann@example.org");
  EXPECT_EQ(change.received_at_ms, days_ago_ms(3));
  EXPECT_EQ(change.size_bytes, 7);
  EXPECT_EQ(change.prior, (mail::State{0, mail::Location::kInbox, "INBOX", {"A", "B"}}));
  EXPECT_EQ(plan.reasons[change.actions[0].reason], "because");
  EXPECT_EQ(plan.rules[0].bytes, 7);
  EXPECT_EQ(plan.now, kNow);
}

TEST(Planner, counts_the_mailbox) {
  MessageTable table;
  table.add("m1").starred();
  table.add("m2");
  table.add("m3").in(mail::Location::kTrash);
  table.add("m4").in(mail::Location::kSpam);
  const auto batch = table.batch();
  const auto plan = plan_of({rule("r", {"archive"})}, std::span(&batch, 1), {}, 5);
  EXPECT_EQ(plan.totals.messages, 9);
  EXPECT_EQ(plan.totals.scanned, 4);
  EXPECT_EQ(plan.totals.limited_to, 2);
  EXPECT_EQ(plan.totals.matched, 2);
  EXPECT_EQ(plan.totals.guarded, 1);
  EXPECT_EQ(plan.totals.changes, 1);
}

TEST(Planner, keeps_to_the_scope_of_each_rule) {
  MessageTable table;
  for (const auto name : mail::kLocationNames)
    table.add(std::string(name)).in(*mail::find_location(name));
  EXPECT_EQ(changes_text(plan_of({rule("r", {"trash"})}, table)),
            "inbox: trash; archive: trash; other: trash; ");
  EXPECT_EQ(changes_text(plan_of({rule("r", {"archive"})}, table)), "inbox: archive; ");
  const auto in_spam = rule("r", {"trash"}, in_location("spam"));
  EXPECT_EQ(changes_text(plan_of({in_spam}, table)), "spam: trash; ");
}

TEST(Planner, gives_one_number_to_one_reason) {
  plan::Planner planner({kNow, {}, {}});
  EXPECT_EQ(planner.intern("a"), 0u);
  EXPECT_EQ(planner.intern("b"), 1u);
  EXPECT_EQ(planner.intern("a"), 0u);
  EXPECT_EQ(planner.finish(0).reasons, (std::vector<std::string>{"a", "b"}));
}

TEST(Planner, does_not_depend_on_how_a_scan_is_cut_into_batches) {
  MessageTable table;
  for (int i = 0; i < 20; ++i)
    table.add("m" + std::to_string(i)).thread("t" + std::to_string(i % 7)).days_old(i * 30);
  const std::vector<TestRule> rules = {rule("a", {"trash"}, older_than(200)),
                                       rule("b", {"archive"}, older_than(90))};
  const auto whole = plan_of(rules, table);
  std::vector<plugin::Batch> batches;
  for (const auto& message : table.messages()) {
    MessageTable one;
    one.add(message);
    batches.push_back(one.batch(batches.size()));
  }
  const auto cut = plan_of(rules, batches);
  EXPECT_EQ(changes_text(cut), changes_text(whole));
  EXPECT_EQ(buckets_text(cut.rules[0]), buckets_text(whole.rules[0]));
  EXPECT_EQ(guards_text(cut), guards_text(whole));
  EXPECT_NE(changes_text(whole), "");
}

TEST(Planner, remembers_each_decision_that_is_asked_for) {
  MessageTable table;
  table.add("m1").replied();
  const auto batch = table.batch();
  const std::vector<TestRule> rules = {rule("a", {"trash"}), rule("b", {"archive"}),
                                       rule("c", {"archive"})};
  plan::Program program{kNow, {}, {}};
  std::vector<std::vector<plan::Selection>> selections;
  for (const auto& each : rules) {
    program.rules.push_back(each.rule);
    selections.push_back(select(each, batch));
  }
  plan::Planner planner(program);
  planner.record({false, "m1"});
  planner.add(batch.abi(), selections);
  std::string text;
  const auto plan = planner.finish(0);
  for (const auto& decision : plan.decisions)
    text += decision.message_id + " " + std::to_string(decision.rule) + " " +
            std::string(to_text(decision.bucket)) + "; ";
  EXPECT_EQ(text, "m1 0 guarded; m1 1 changes; m1 2 shadowed; ");
}

}  // namespace
}  // namespace mailcomb::testing
