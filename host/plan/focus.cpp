// SPDX-License-Identifier: Apache-2.0
#include "plan/focus.hpp"

#include <algorithm>

namespace mailcomb::plan {

void drop_idle_rules(std::span<const Rule> rules, Plan& plan) {
  if (std::all_of(rules.begin(), rules.end(), [](const Rule& rule) { return rule.acts; })) return;
  std::vector<std::uint32_t> numbers;  // New ones, by old ones.
  std::vector<RuleTally> kept;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    numbers.push_back(static_cast<std::uint32_t>(kept.size()));
    if (rules[i].acts) kept.push_back(std::move(plan.rules[i]));
  }
  plan.rules = std::move(kept);
  for (auto& change : plan.changes)
    for (auto& planned : change.actions) planned.rule = numbers[planned.rule];
  for (auto& decision : plan.decisions) decision.rule = numbers[decision.rule];
  std::erase_if(plan.keeps, [&](const Keep& keep) { return !rules[keep.rule].acts; });
  for (auto& keep : plan.keeps) keep.rule = numbers[keep.rule];
  for (const auto& tally : plan.rules) plan.only_rules.push_back(tally.name);
}

}  // namespace mailcomb::plan
