// SPDX-License-Identifier: Apache-2.0
// Filters for tests, made from values: what policies say is not parsed here.
#pragma once

#include <string>

#include "filter/evaluator.hpp"
#include "filter/expression.hpp"
#include "support/message_table.hpp"

namespace mailcomb::testing {

using filter::Expression;
using filter::Nature;
using filter::Predicate;
using Op = Predicate::Test;  // `Test` is GoogleTest's.

inline Predicate text_test(Op test, std::string column, std::string text) {
  Predicate predicate;
  predicate.test = test;
  predicate.source = column + ": " + text;
  predicate.column = std::move(column);
  predicate.text = std::move(text);
  if (test == Op::kMatches) predicate.regex = std::make_shared<re2::RE2>(predicate.text);
  return predicate;
}

inline Predicate number_test(Op test, std::string column, std::int64_t number) {
  Predicate predicate;
  predicate.test = test;
  predicate.source = column + ": " + std::to_string(number);
  predicate.column = std::move(column);
  predicate.number = number;
  return predicate;
}

inline Expression with_nature(Nature nature, Predicate predicate, std::string source) {
  predicate.nature = nature;
  predicate.source = std::move(source);
  return Expression::leaf(std::move(predicate));
}

// An age is inclusive: exactly `days` days is old enough.
inline Expression older_than(int days) {
  return with_nature(Nature::kAge, number_test(Op::kBefore, "received_at", days_ago_ms(days) + 1),
                     "older_than: " + std::to_string(days) + "d");
}
inline Expression newer_than(int days) {
  return with_nature(Nature::kAge, number_test(Op::kFrom, "received_at", days_ago_ms(days) + 1),
                     "newer_than: " + std::to_string(days) + "d");
}
inline Expression category_is(const std::string& category) {
  return with_nature(Nature::kCategory, text_test(Op::kEquals, "category", category),
                     "category: " + category);
}
inline Expression is_unread() {
  return with_nature(Nature::kReadState, number_test(Op::kFlagSet, "flags", MAILCOMB_FLAG_UNREAD),
                     "is: unread");
}
inline Expression subject_has(const std::string& text) {
  return with_nature(Nature::kOther, text_test(Op::kContains, "subject", text), "subject: " + text);
}
inline Expression in_location(const std::string& location) {
  return with_nature(Nature::kPlace, text_test(Op::kEquals, "location", location),
                     "in: " + location);
}
inline Expression anywhere() { return with_nature(Nature::kPlace, Predicate(), "in: anywhere"); }
inline Expression everything() { return Expression::all({}); }

inline filter::Truth truth_of(Expression expression, const plugin::Batch& batch,
                              std::uint32_t row = 0) {
  filter::Evaluator evaluator(std::move(expression));
  evaluator.bind(batch.abi());
  return evaluator.truth(filter::Message(&batch.abi(), row));
}

}  // namespace mailcomb::testing
