// SPDX-License-Identifier: Apache-2.0
#include "pipeline/policy_guards.hpp"

#include <algorithm>

#include "plan/limits.hpp"

namespace mailcomb::pipeline {

std::vector<plan::Limit> limits_of(const policy::Guards& guards) {
  auto limits = plan::default_limits();
  for (const auto& own : guards.limits) {
    const auto found = std::find_if(limits.begin(), limits.end(), [&own](const auto& each) {
      return each.action == own.limit.action;
    });
    if (found == limits.end())
      limits.push_back(own.limit);
    else
      *found = own.limit;
  }
  return limits;
}

std::string to_text(const policy::Guards& guards) {
  std::string text;
  for (const auto& never : guards.never) text += "never " + filter::to_text(never.filter) + "\n";
  for (const auto& unguard : guards.unguard)
    text += "unguard " + std::string(mail::to_text(unguard.guard)) + "\n";
  for (const auto& own : guards.limits)
    text +=
        "limit " + mail::to_text({own.limit.action, {}}) + ": " + plan::to_text(own.limit) + "\n";
  return text;
}

}  // namespace mailcomb::pipeline
