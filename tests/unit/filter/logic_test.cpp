// SPDX-License-Identifier: Apache-2.0
// Kleene's logic: unknown is neither true nor false, also under `not`.
#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::testing {
namespace {

using filter::Truth;

// A leaf that has this truth for the message below.
Expression leaf(Truth truth) {
  if (truth == Truth::kUnknown) return older_than(1);
  return subject_has(truth == Truth::kTrue ? "yes" : "no");
}

Truth truth(Expression expression) {
  return truth_of(std::move(expression), batch_of([](TestMessage& message) {
                    message.subject("yes").unknown("received_at");
                  }));
}

constexpr Truth F = Truth::kFalse, T = Truth::kTrue, U = Truth::kUnknown;

TEST(Logic, of_all) {
  const Truth expected[3][3] = {{F, F, F}, {F, T, U}, {F, U, U}};  // By kFalse, kTrue, kUnknown.
  for (const Truth a : {F, T, U})
    for (const Truth b : {F, T, U})
      EXPECT_EQ(truth(Expression::all({leaf(a), leaf(b)})),
                expected[static_cast<int>(a)][static_cast<int>(b)])
          << to_text(a) << " and " << to_text(b);
}

TEST(Logic, of_any) {
  const Truth expected[3][3] = {{F, T, U}, {T, T, T}, {U, T, U}};
  for (const Truth a : {F, T, U})
    for (const Truth b : {F, T, U})
      EXPECT_EQ(truth(Expression::any({leaf(a), leaf(b)})),
                expected[static_cast<int>(a)][static_cast<int>(b)])
          << to_text(a) << " or " << to_text(b);
}

TEST(Logic, of_not) {
  EXPECT_EQ(truth(Expression::negate(leaf(T))), F);
  EXPECT_EQ(truth(Expression::negate(leaf(F))), T);
  EXPECT_EQ(truth(Expression::negate(leaf(U))), U);
  EXPECT_EQ(truth(Expression::negate(Expression::negate(leaf(U)))), U);
}

TEST(Logic, of_nothing) {
  EXPECT_EQ(truth(Expression::all({})), T);
  EXPECT_EQ(truth(Expression::any({})), F);
  EXPECT_TRUE(Expression::all({}).selects_everything());
  EXPECT_FALSE(Expression::any({}).selects_everything());
}

TEST(Logic, of_nested_parts) {
  const auto inner = Expression::any({leaf(F), Expression::negate(leaf(F))});
  EXPECT_EQ(truth(Expression::all({leaf(T), inner})), T);
  EXPECT_EQ(truth(Expression::all({inner, leaf(F), leaf(U)})), F);
  EXPECT_EQ(truth(Expression::negate(Expression::all({leaf(U), leaf(F)}))), T);
  EXPECT_EQ(truth(Expression::negate(Expression::any({leaf(U), leaf(F)}))), U);
}

TEST(Logic, visits_every_predicate_with_its_sign) {
  const auto expression = Expression::all(
      {leaf(T), Expression::negate(Expression::any({leaf(F), Expression::negate(leaf(U))}))});
  std::string seen;
  for_each_predicate(expression, [&](const Predicate& predicate, bool negated) {
    seen += (negated ? "not " : "") + predicate.source + "; ";
  });
  EXPECT_EQ(seen, "subject: yes; not subject: no; older_than: 1d; ");
}

TEST(Logic, survives_a_move_of_the_evaluator) {
  const auto batch = batch_of([](TestMessage& message) { message.subject("yes"); });
  std::vector<filter::Evaluator> evaluators;
  for (int i = 0; i < 10; ++i) evaluators.emplace_back(leaf(T));
  for (auto& evaluator : evaluators) {
    evaluator.bind(batch.abi());
    EXPECT_EQ(evaluator.truth(filter::Message(&batch.abi(), 0)), T);
  }
}

}  // namespace
}  // namespace mailcomb::testing
