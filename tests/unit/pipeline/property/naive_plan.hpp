// SPDX-License-Identifier: Apache-2.0
// The definitions of plans and guards a second time, as simply as they can be said.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "property/random_case.hpp"

namespace mailcomb::property {

using Names = std::set<std::string>;

struct NaivePlan {
  std::map<std::string, Names> actions;             // By message; only those that change.
  std::vector<std::map<std::string, int>> buckets;  // By rule; of one that does not act, none.
  std::map<std::string, int> guards;                // Messages kept, by guard.
  Names trips;                                      // Actions of which there are too many.
};

NaivePlan naive_plan(const RandomCase& random);

// What is left when the actions have been done.
void apply(const std::map<std::string, Names>& actions, std::vector<Mail>& mailbox);

}  // namespace mailcomb::property
