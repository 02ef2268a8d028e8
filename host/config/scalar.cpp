// SPDX-License-Identifier: Apache-2.0
#include "config/scalar.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

namespace mailcomb::config {
namespace {

template <class Number>
std::optional<Number> find_number(const std::string& text) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return {};
  return number;
}

// As JSON writes it: 007 may have been meant as octal, and inf is a word.
bool looks_decimal(const std::string& text) {
  const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
  if (digits.empty() || digits[0] < '0' || digits[0] > '9') return false;
  return digits[0] != '0' || digits.size() == 1 || digits[1] < '0' || digits[1] > '9';
}

}  // namespace

nlohmann::json read_scalar(const Node& node, const std::set<std::string>& types) {
  const auto& text = node.text;
  const auto wants = [&](const char* type) { return types.empty() || types.count(type) > 0; };
  if (node.quoted && node.mark.source) return text;
  if (looks_decimal(text)) {
    const auto integer = find_number<std::int64_t>(text);
    if (integer && (wants("integer") || wants("number"))) return *integer;
    const auto number = find_number<double>(text);
    if (number && wants("number")) return *number;
  }
  if (wants("boolean") && (text == "true" || text == "false")) return text == "true";
  return text;
}

}  // namespace mailcomb::config
