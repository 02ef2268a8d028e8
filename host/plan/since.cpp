// SPDX-License-Identifier: Apache-2.0
#include "plan/since.hpp"

#include <algorithm>

namespace mailcomb::plan {

std::vector<Change> find_new(const Plan& plan, const Earlier& earlier) {
  std::vector<Change> fresh;
  for (const auto& change : plan.changes) {
    const auto known = earlier.find(change.id);
    if (known == earlier.end()) {
      fresh.push_back(change);
      continue;
    }
    auto left = change;
    std::erase_if(left.actions, [&](const PlannedAction& planned) {
      return std::find(known->second.begin(), known->second.end(), planned.action) !=
             known->second.end();
    });
    if (!left.actions.empty()) fresh.push_back(std::move(left));
  }
  return fresh;
}

}  // namespace mailcomb::plan
