// SPDX-License-Identifier: Apache-2.0
// Which predicates carry a true answer: the reason that people see, and what the guard asks.
#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::testing {
namespace {

std::uint64_t support(Expression expression) {
  const auto batch =
      batch_of([](TestMessage& message) { message.subject("yes").unknown("received_at"); });
  filter::Evaluator evaluator(std::move(expression));
  evaluator.bind(batch.abi());
  return evaluator.support(filter::Message(&batch.abi(), 0));
}

const Expression kYes = subject_has("yes");
const Expression kNo = subject_has("no");
const Expression kUnknown = older_than(1);

TEST(Support, is_every_part_of_all) {
  EXPECT_EQ(support(kYes), 0b1u);
  EXPECT_EQ(support(Expression::all({kYes, kYes})), 0b11u);
}

TEST(Support, is_the_true_parts_of_any) {
  EXPECT_EQ(support(Expression::any({kNo, kYes, kUnknown, kYes})), 0b1010u);
  EXPECT_EQ(support(Expression::all({kYes, Expression::any({kNo, kYes})})), 0b101u);
}

TEST(Support, leaves_out_what_is_negated) {
  EXPECT_EQ(support(Expression::all({Expression::negate(kNo), kYes})), 0b10u);
  EXPECT_EQ(support(Expression::negate(kNo)), 0u);
}

// A true part of a branch that is not true speaks for nothing.
TEST(Support, leaves_out_branches_that_are_not_true) {
  EXPECT_EQ(support(Expression::any({Expression::all({kYes, kNo}), kYes})), 0b100u);
}

TEST(Support, is_nothing_unless_the_answer_is_true) {
  EXPECT_EQ(support(Expression::all({kYes, kNo})), 0u);
  EXPECT_EQ(support(Expression::all({kYes, kUnknown})), 0u);
  EXPECT_EQ(support(everything()), 0u);
}

TEST(Support, shares_the_last_bit) {
  std::vector<Expression> many(66, kNo);
  many[62] = many[65] = kYes;
  EXPECT_EQ(support(Expression::any(many)), std::uint64_t{0b11} << 62);
  many[65] = kNo;
  many[63] = kYes;
  EXPECT_EQ(support(Expression::any(many)), std::uint64_t{0b11} << 62);
}

TEST(Support, numbers_predicates_as_the_evaluator_does) {
  const filter::Evaluator evaluator(Expression::all({kYes, Expression::negate(kNo)}));
  ASSERT_EQ(evaluator.predicate_count(), 2u);
  EXPECT_EQ(evaluator.predicate(1).source, "subject: no");
}

}  // namespace
}  // namespace mailcomb::testing
