// SPDX-License-Identifier: Apache-2.0
#include "filter/reading.hpp"

#include <array>
#include <charconv>

#include "support/quote.hpp"
#include "support/read_scalar.hpp"

namespace mailcomb::filter {
namespace {

// Both keep what one pattern can cost far below anything a policy needs.
constexpr std::size_t kPatternBytesMax = 1000;
constexpr std::int64_t kPatternMemoryMax = 1 << 20;

std::shared_ptr<const re2::RE2> compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(kPatternMemoryMax);
  return std::make_shared<const re2::RE2>(pattern, options);
}

}  // namespace

Expression combine(Expression::Kind kind, std::vector<Expression> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  return {kind, std::move(parts), {}};
}

Parsed parse_any_of(Reading& reading, const std::string& key, const Node& value, ParseValue parse) {
  if (value.kind != Node::Kind::kList) return parse(reading, key, value);
  if (value.members.empty())
    return reading.refuse(value.mark, "the list of '" + key + "' is empty");
  std::vector<Expression> parts;
  for (const auto& member : value.members) {
    auto part = parse(reading, key, member.value);
    if (part) parts.push_back(std::move(*part));
  }
  if (parts.size() < value.members.size()) return {};
  return combine(Expression::Kind::kAny, std::move(parts));
}

std::optional<std::string> read_value(Reading& reading, const std::string& key, const Node& value) {
  return read_text(value, "'" + key + "'", reading.errors);
}

std::optional<std::int64_t> find_number(const Node& value) {
  if (value.kind != Node::Kind::kText || value.quoted || value.mark.source) return {};
  std::int64_t number = 0;
  const auto* end = value.text.data() + value.text.size();
  const auto read = std::from_chars(value.text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return {};
  return number;
}

Parsed parse_regex_map(Reading& reading, const std::string& key, const Node& value,
                       std::string forms) {
  constexpr std::array<std::string_view, 1> kKeys = {"regex"};
  if (value.members.empty())
    return reading.refuse(value.mark, "'" + key + "' is an empty mapping", std::move(forms));
  check_keys(value, kKeys, "'" + key + "'", reading.errors);
  const Node* pattern = value.find("regex");
  auto regex = pattern ? read_regex(reading, key, *pattern) : nullptr;
  if (!regex) return {};
  return regex_leaf(key, key, std::move(regex));
}

std::shared_ptr<const re2::RE2> read_regex(Reading& reading, const std::string& key,
                                           const Node& value) {
  const auto pattern = read_text(value, "the regular expression of '" + key + "'", reading.errors);
  if (!pattern) return nullptr;
  if (pattern->size() > kPatternBytesMax) {
    reading.refuse(value.mark, "the regular expression of '" + key + "' is longer than 1000 bytes");
    return nullptr;
  }
  auto regex = compile(*pattern);
  if (regex->ok()) return regex;
  reading.refuse(value.mark,
                 in_quotes(*pattern) + " is not a regular expression: " + regex->error(),
                 "the syntax is that of RE2, without look-around and back-references");
  return nullptr;
}

Expression text_leaf(Predicate::Test test, std::string column, const std::string& key,
                     std::string text) {
  Predicate predicate;
  predicate.test = test;
  predicate.column = std::move(column);
  predicate.source = key + ": " + yaml_scalar(text);
  predicate.text = std::move(text);
  return Expression::leaf(std::move(predicate));
}

Expression regex_leaf(std::string column, const std::string& key,
                      std::shared_ptr<const re2::RE2> regex) {
  Predicate predicate;
  predicate.test = Predicate::Test::kMatches;
  predicate.column = std::move(column);
  predicate.text = regex->pattern();
  predicate.source = key + ": {regex: " + yaml_scalar(predicate.text) + "}";
  predicate.regex = std::move(regex);
  return Expression::leaf(std::move(predicate));
}

}  // namespace mailcomb::filter
