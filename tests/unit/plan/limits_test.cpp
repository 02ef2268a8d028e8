// SPDX-License-Identifier: Apache-2.0
#include "plan/limits.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

using Kind = mail::Action::Kind;

// So many messages, of which so many get the action.
plan::Plan plan_with(int messages, int trashed, std::vector<plan::Limit> limits) {
  MessageTable table;
  for (int i = 0; i < messages; ++i)
    table.add("m" + std::to_string(i)).subject(i < trashed ? "offer" : "hello");
  return plan_of({rule("r", {"trash"}, subject_has("offer"))}, table, std::move(limits));
}

std::string trips(const plan::Plan& plan) {
  std::string text;
  for (const auto& trip : plan.trips) text += trip.name + ": " + trip.detail + "\n";
  return text;
}

TEST(Limits, by_percentage_allow_exactly_that_much) {
  EXPECT_EQ(trips(plan_with(100, 20, plan::default_limits())), "");
  EXPECT_EQ(trips(plan_with(100, 21, plan::default_limits())),
            "limits.trash: 21 of 100 messages (21%) would be trashed; the limit is 20%\n");
  EXPECT_EQ(trips(plan_with(1000, 200, plan::default_limits())), "");
  EXPECT_NE(trips(plan_with(1000, 201, plan::default_limits())), "");
}

TEST(Limits, by_percentage_begin_with_100_messages) {
  EXPECT_EQ(trips(plan_with(99, 99, plan::default_limits())), "");
  EXPECT_NE(trips(plan_with(100, 100, plan::default_limits())), "");
}

TEST(Limits, by_number_begin_at_once) {
  EXPECT_EQ(trips(plan_with(3, 2, {{Kind::kTrash, {}, 2}})), "");
  EXPECT_EQ(trips(plan_with(3, 3, {{Kind::kTrash, {}, 2}})),
            "limits.trash: 3 of 3 messages (100%) would be trashed; the limit is 2 messages\n");
  EXPECT_NE(trips(plan_with(3, 1, {{Kind::kTrash, {}, 0}})), "");
  EXPECT_EQ(trips(plan_with(3, 0, {{Kind::kTrash, {}, 0}})), "");
}

TEST(Limits, by_both_trip_by_either) {
  const plan::Limit both{Kind::kTrash, 5.0, 8};
  EXPECT_EQ(trips(plan_with(200, 8, {both})), "");
  EXPECT_NE(trips(plan_with(200, 9, {both})), "");  // 4.5%, but more than 8.
  EXPECT_NE(trips(plan_with(100, 6, {both})), "");  // 6 of 8, but 6%.
  EXPECT_NE(trips(plan_with(200, 11, {both})).find("the limit is 5% and 8 messages"),
            std::string::npos);
}

TEST(Limits, count_from_outside_trash_and_spam) {
  MessageTable table;
  for (int i = 0; i < 100; ++i) table.add("m" + std::to_string(i));
  for (int i = 0; i < 25; ++i) table.messages()[i].subject("offer");
  for (int i = 0; i < 40; ++i) table.add("t" + std::to_string(i)).in(mail::Location::kTrash);
  const auto plan =
      plan_of({rule("r", {"trash"}, subject_has("offer"))}, table, {{Kind::kTrash, 20.0, {}}});
  EXPECT_EQ(plan.totals.limited_to, 100);
  EXPECT_EQ(plan.trips.size(), 1u);  // 25 of 140 would be less than 20%.
}

TEST(Limits, are_for_one_action_each) {
  const auto plan = plan_with(100, 30, {{Kind::kArchive, 1.0, {}}, {Kind::kTrash, 50.0, {}}});
  EXPECT_EQ(trips(plan), "");
  ASSERT_EQ(plan.shares.size(), 2u);
  EXPECT_EQ(plan.shares[0].messages, 0);
  EXPECT_EQ(plan.shares[1].messages, 30);
  EXPECT_EQ(plan.shares[1].percent, 30.0);
  EXPECT_EQ(plan.shares[1].limit_percent, 50.0);
}

TEST(Limits, of_an_empty_mailbox_are_kept) {
  EXPECT_EQ(trips(plan_with(0, 0, plan::default_limits())), "");
}

}  // namespace
}  // namespace mailcomb::testing
