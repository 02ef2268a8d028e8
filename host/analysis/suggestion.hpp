// SPDX-License-Identifier: Apache-2.0
// Suggestions: rules that the findings speak for. They archive and mark as read; none trashes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/census.hpp"

namespace mailcomb::analysis {

struct SuggestedRule {
  struct Value {
    std::string text;     // From mail, or a category.
    std::string numbers;  // "120 messages, none read"; nothing from mail.
  };

  std::string name;
  std::string title;
  std::string why;  // The numbers behind it, as a sentence; nothing from mail.
  std::string key;  // The filter: from, list_id or category.
  std::vector<Value> values;
  int age_days = 0;    // It selects what is so old or older.
  std::string action;  // archive or mark_read
};

// Whether nothing may be suggested for an address.
using IsProtected = std::function<bool(std::string_view address)>;

// In the order in which they would stand in a policy, those that matter most first. What the policy
// language would not take as a value is left out.
std::vector<SuggestedRule> suggest_rules(const Findings& findings, const IsProtected& is_protected);

}  // namespace mailcomb::analysis
