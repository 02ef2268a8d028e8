// SPDX-License-Identifier: Apache-2.0
#include "filter/predicates.hpp"
#include "support/duration.hpp"
#include "support/quote.hpp"
#include "support/time.hpp"

namespace mailcomb::filter {
namespace {

using Test = Predicate::Test;

Expression time_leaf(Test test, Time time, std::string source) {
  Predicate predicate;
  predicate.test = test;
  predicate.column = "received_at";
  predicate.number = to_unix_ms(time);
  predicate.nature = Nature::kAge;
  predicate.source = std::move(source);
  return Expression::leaf(std::move(predicate));
}

}  // namespace

Parsed parse_age(Reading& reading, const std::string& key, const Node& value) {
  const auto text = read_value(reading, key, value);
  if (!text) return {};
  const auto age = parse_duration(*text);
  if (!age) {
    reading.errors.push_back(error_at(value.mark, age.error().message, age.error().hint));
    return {};
  }
  // An age is inclusive: 30 days old is who was received 30 × 86,400 s ago, or before.
  const Time edge = reading.now - *age + std::chrono::milliseconds(1);
  return time_leaf(key == "older_than" ? Test::kBefore : Test::kFrom, edge, key + ": " + *text);
}

Parsed parse_received(Reading& reading, const std::string& key, const Node& value) {
  const auto test = key == "received_before" ? Test::kBefore : Test::kFrom;
  if (const auto ms = find_number(value)) {
    const auto time = from_unix_ms(*ms);
    return time_leaf(test, time, key + ": " + to_rfc3339(time));
  }
  const auto text = read_value(reading, key, value);
  if (!text) return {};
  const auto time = parse_rfc3339(*text);
  if (time) return time_leaf(test, *time, key + ": " + *text);
  return reading.refuse(value.mark, in_quotes(*text) + " is not a date or time",
                        "write 2024-01-31, which begins at 00:00 UTC, or 2024-01-31T18:30:00Z");
}

}  // namespace mailcomb::filter
