// SPDX-License-Identifier: Apache-2.0
// A run changes at most so many messages, and what waits is counted apart.
#include "plan/backlog.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

using plan::Order;

class Backlog : public ::testing::Test {
 protected:
  plan::Plan plan(const std::vector<TestRule>& rules, std::int64_t per_run,
                  Order order = Order::kOldest, std::vector<plan::Limit> limits = {}) const {
    return plan_of(rules, table_, std::move(limits), plan::Backlog{per_run, order});
  }
  std::string changes(std::int64_t per_run, Order order = Order::kOldest,
                      const std::string& action = "archive") const {
    return changes_text(plan({rule("r", {action})}, per_run, order));
  }
  void add_thread(const std::string& thread, std::vector<int> ages) {
    for (std::size_t i = 0; i < ages.size(); ++i)
      table_.add(thread + std::to_string(i)).thread(thread).days_old(ages[i]);
  }

  MessageTable table_;
};

TEST_F(Backlog, takes_the_oldest_or_the_newest) {
  table_.add("m1").days_old(10);
  table_.add("m2").days_old(30);
  table_.add("m3").days_old(20);
  EXPECT_EQ(changes(1), "m2: archive; ");
  EXPECT_EQ(changes(2), "m2: archive; m3: archive; ");
  EXPECT_EQ(changes(1, Order::kNewest), "m1: archive; ");
  EXPECT_EQ(changes(2, Order::kNewest), "m1: archive; m3: archive; ");
  EXPECT_EQ(changes(3), "m1: archive; m2: archive; m3: archive; ");
}

TEST_F(Backlog, takes_what_has_no_date_last_and_equals_by_id) {
  table_.add("b").days_old(5);
  table_.add("a").days_old(5);
  table_.add("0").unknown("received_at");
  EXPECT_EQ(changes(1, Order::kOldest, "star"), "a: star; ");
  EXPECT_EQ(changes(2, Order::kOldest, "star"), "b: star; a: star; ");
  EXPECT_EQ(changes(2, Order::kNewest, "star"), "b: star; a: star; ");
  EXPECT_EQ(changes(3, Order::kNewest, "star"), "b: star; a: star; 0: star; ");
}

TEST_F(Backlog, counts_messages_not_actions) {
  table_.add("m1").days_old(2).unread();
  table_.add("m2").days_old(1).unread();
  const auto plan = this->plan({rule("a", {"archive"}), rule("b", {"mark_read"})}, 1);
  EXPECT_EQ(changes_text(plan), "m1: archive mark_read; ");
  EXPECT_EQ(plan.totals.changes, 1);
  EXPECT_EQ(plan.totals.deferred, 1);
}

TEST_F(Backlog, is_counted_apart_so_that_the_buckets_go_on_to_add_up) {
  table_.add("m1").days_old(4).size(7);
  table_.add("m2").days_old(3).size(70);
  table_.add("m3").days_old(2).in(mail::Location::kArchive);
  table_.add("m4").days_old(1).starred();
  const auto tally = plan({rule("r", {"archive"})}, 1).rules[0];
  EXPECT_EQ(buckets_text(tally), "changes 1, guarded 1, shadowed 0, already 1");
  EXPECT_EQ(tally.matched, 3);
  EXPECT_EQ(tally.deferred, 1);
  EXPECT_EQ(tally.bytes, 7);
}

TEST_F(Backlog, comes_before_the_limits) {
  for (int i = 0; i < 100; ++i) table_.add("m" + std::to_string(i)).days_old(i + 1);
  const std::vector<plan::Limit> limits = {{mail::Action::Kind::kTrash, 20.0, {}}};
  EXPECT_EQ(plan({rule("r", {"trash"})}, 20, Order::kOldest, limits).trips.size(), 0u);
  EXPECT_EQ(plan({rule("r", {"trash"})}, 21, Order::kOldest, limits).trips.size(), 1u);
}

TEST_F(Backlog, tells_which_limits_it_keeps_from_being_exceeded) {
  for (int i = 0; i < 100; ++i) table_.add("m" + std::to_string(i)).days_old(i + 1);
  const std::vector<plan::Limit> limits = {{mail::Action::Kind::kTrash, 20.0, {}}};
  const auto made = plan({rule("r", {"trash"})}, 20, Order::kOldest, limits);
  ASSERT_EQ(made.trips_without_backlog.size(), 1u);
  EXPECT_EQ(made.trips_without_backlog[0].detail,
            "100 of 100 messages (100%) would be trashed; the limit is 20%");
  EXPECT_EQ(made.shares.size(), 1u);
  EXPECT_EQ(made.shares[0].messages, 20);
  EXPECT_EQ(plan_of({rule("r", {"trash"})}, table_, limits).trips_without_backlog.size(), 0u);
}

TEST_F(Backlog, is_in_no_total_but_its_own) {
  table_.add("m1").days_old(3);
  table_.add("m2").days_old(2);
  table_.add("m3").days_old(1).in(mail::Location::kArchive).unread();
  EXPECT_EQ(plan({rule("r", {"archive"})}, 1).totals.matched, 2);
  // What another rule has no part in any more, because it is done, is still matched by that one.
  EXPECT_EQ(plan({rule("r", {"archive"}), rule("s", {"mark_read"})}, 1).totals.matched, 3);
}

TEST_F(Backlog, keeps_together_what_a_conversation_loses_to_the_trash) {
  add_thread("a", {50, 10});
  add_thread("b", {40, 39});
  add_thread("c", {20});
  EXPECT_EQ(changes(2, Order::kOldest, "trash"), "a0: trash; a1: trash; ");
  EXPECT_EQ(changes(3, Order::kOldest, "trash"), "a0: trash; a1: trash; c0: trash; ");
  EXPECT_EQ(changes(2, Order::kNewest, "trash"), "a0: trash; a1: trash; ");
  EXPECT_EQ(changes(2), "a0: archive; b0: archive; ");
}

TEST_F(Backlog, begins_a_conversation_larger_than_a_run_only_if_it_comes_first) {
  add_thread("a", {50, 40, 30});
  add_thread("b", {60});
  EXPECT_EQ(changes(2, Order::kOldest, "trash"), "b0: trash; ");
  table_.messages().pop_back();
  EXPECT_EQ(changes(2, Order::kOldest, "trash"), "a0: trash; a1: trash; ");
}

TEST_F(Backlog, takes_messages_one_by_one_where_the_rule_does) {
  add_thread("a", {50, 40});
  auto single = rule("r", {"trash"});
  single.rule.whole_thread = false;
  EXPECT_EQ(changes_text(plan({single}, 1)), "a0: trash; ");
}

TEST_F(Backlog, gets_everything_done_run_by_run) {
  add_thread("a", {50, 40, 30});
  add_thread("b", {45, 44});
  add_thread("c", {43});
  for (int run = 0; run < 5; ++run) {
    const auto plan = this->plan({rule("r", {"trash"})}, 2);
    if (plan.changes.empty()) break;
    EXPECT_LE(plan.changes.size(), 2u);
    for (auto& message : table_.messages())
      for (const auto& change : plan.changes)
        if (change.id == message.id()) message.in(mail::Location::kTrash);
  }
  for (const auto& message : table_.messages())
    EXPECT_EQ(message.state().location, mail::Location::kTrash) << message.id();
}

}  // namespace
}  // namespace mailcomb::testing
