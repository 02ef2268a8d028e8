// SPDX-License-Identifier: Apache-2.0
// The age by which a filter selects a message: what its whole conversation is then judged by.
#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::testing {
namespace {

// For a message of 100 days with the subject "offer".
std::optional<std::int64_t> bound(Expression expression) {
  const auto batch = batch_of([](TestMessage& message) { message.days_old(100).subject("offer"); });
  filter::Evaluator evaluator(std::move(expression));
  evaluator.bind(batch.abi());
  return evaluator.age_bound(filter::Message(&batch.abi(), 0));
}

std::int64_t older_than_days(int days) { return days_ago_ms(days) + 1; }

TEST(AgeBound, is_what_the_message_had_to_be_older_than) {
  EXPECT_FALSE(bound(subject_has("offer")));
  EXPECT_EQ(bound(older_than(30)), older_than_days(30));
  EXPECT_FALSE(bound(older_than(101)));
}

TEST(AgeBound, of_all_is_the_strictest) {
  EXPECT_EQ(bound(Expression::all({older_than(30), older_than(90), subject_has("offer")})),
            older_than_days(90));
}

TEST(AgeBound, of_any_is_the_strictest_that_holds) {
  EXPECT_EQ(bound(Expression::any({older_than(30), older_than(90), older_than(365)})),
            older_than_days(90));
  EXPECT_EQ(bound(Expression::any({subject_has("offer"), older_than(30)})), older_than_days(30));
  EXPECT_FALSE(bound(Expression::any({subject_has("offer"), older_than(365)})));
}

TEST(AgeBound, heeds_no_age_in_a_branch_that_does_not_hold) {
  const auto of_others = Expression::all({subject_has("hello"), older_than(90)});
  const auto of_offers = Expression::all({subject_has("offer"), older_than(30)});
  EXPECT_EQ(bound(Expression::any({of_others, of_offers})), older_than_days(30));
}

TEST(AgeBound, of_not_is_that_of_the_opposite) {
  EXPECT_FALSE(bound(newer_than(365)));
  EXPECT_EQ(bound(Expression::negate(newer_than(30))), older_than_days(30));
  EXPECT_FALSE(bound(Expression::negate(older_than(365))));
  EXPECT_EQ(bound(Expression::negate(Expression::any({newer_than(30), subject_has("hello")}))),
            older_than_days(30));
  EXPECT_EQ(bound(Expression::negate(Expression::negate(older_than(30)))), older_than_days(30));
}

TEST(AgeBound, is_not_a_size) {
  EXPECT_FALSE(bound(Expression::leaf(number_test(Op::kBefore, "size_bytes", 5000))));
}

}  // namespace
}  // namespace mailcomb::testing
