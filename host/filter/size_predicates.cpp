// SPDX-License-Identifier: Apache-2.0
#include "filter/predicates.hpp"
#include "support/size.hpp"

namespace mailcomb::filter {
namespace {

using Test = Predicate::Test;

Expression size_leaf(const std::string& key, std::int64_t bytes, const std::string& text) {
  Predicate predicate;
  predicate.test = key == "larger_than" ? Test::kFrom : Test::kBefore;
  predicate.column = "size_bytes";
  predicate.number = bytes;
  predicate.source = key + ": " + text;
  return Expression::leaf(std::move(predicate));
}

}  // namespace

// As with ages, the edge belongs to the greater ones: larger_than: 5MiB is true of 5 MiB exactly.
Parsed parse_size_bound(Reading& reading, const std::string& key, const Node& value) {
  if (const auto bytes = find_number(value))
    return size_leaf(key, *bytes, std::to_string(*bytes) + "B");
  const auto text = read_value(reading, key, value);
  if (!text) return {};
  const auto bytes = parse_size(*text);
  if (bytes) return size_leaf(key, *bytes, *text);
  return reading.refuse(value.mark, bytes.error().message, bytes.error().hint);
}

}  // namespace mailcomb::filter
