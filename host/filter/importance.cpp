// SPDX-License-Identifier: Apache-2.0
#include "filter/importance.hpp"

#include <algorithm>

#include "mailcomb/abi/column.h"
#include "support/ascii.hpp"

namespace mailcomb::filter {
namespace {

// Whether a field's first word is one of these: "1 (Highest)" is "1".
template <std::size_t size>
bool says(const sdk::List& fields, const std::array<std::string_view, size>& words) {
  for (std::uint32_t i = 0; i < fields.size(); ++i) {
    const auto text = trim(fields.text(i));
    const auto first = text.substr(0, text.find_first_of(" \t;("));
    if (std::any_of(words.begin(), words.end(),
                    [&](auto word) { return equals_ignoring_case(first, word); }))
      return true;
  }
  return false;
}

constexpr std::array<std::string_view, 1> kYes = {"yes"};
constexpr std::array<std::string_view, 3> kToMany = {"bulk", "list", "junk"};
constexpr std::array<std::string_view, 2> kUrgent = {"1", "2"};
constexpr std::array<std::string_view, 2> kIdle = {"4", "5"};
constexpr std::array<std::string_view, 1> kHigh = {"high"};
constexpr std::array<std::string_view, 1> kLow = {"low"};

}  // namespace

std::optional<std::string_view> derive_importance(const sdk::Row& row) {
  const auto flags = row.bits("flags");
  const auto location = row.text("location");
  const auto spam = row.texts("header:x-spam-flag");
  const auto list = row.texts("header:list-id");
  const auto unsubscribe = row.texts("header:list-unsubscribe");
  const auto precedence = row.texts("header:precedence");
  const auto priority = row.texts("header:x-priority");
  const auto importance = row.texts("header:importance");
  if (!flags || !location || !spam || !list || !unsubscribe || !precedence || !priority ||
      !importance)
    return {};
  if (*location == "spam" || says(*spam, kYes)) return "spam";
  if (*flags & (MAILCOMB_FLAG_STARRED | MAILCOMB_FLAG_IMPORTANT)) return "critical";
  if (*flags & MAILCOMB_FLAG_REPLIED) return "high";
  if (!list->empty() || !unsubscribe->empty() || says(*precedence, kToMany)) return "low";
  if (says(*priority, kUrgent) || says(*importance, kHigh)) return "high";
  if (says(*priority, kIdle) || says(*importance, kLow)) return "low";
  return "medium";
}

}  // namespace mailcomb::filter
