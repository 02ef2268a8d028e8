// SPDX-License-Identifier: Apache-2.0
// Since: what a plan has that an earlier one did not have.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "plan/plan.hpp"

namespace mailcomb::plan {

// The actions that an earlier run planned, by message.
using Earlier = std::unordered_map<std::string, std::vector<mail::Action>>;

// Every change with the actions that were not planned for that message before; those of which nothing
// is left are left out. The plan stays what it is: this is only for looking.
std::vector<Change> find_new(const Plan& plan, const Earlier& earlier);

}  // namespace mailcomb::plan
