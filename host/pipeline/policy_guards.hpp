// SPDX-License-Identifier: Apache-2.0
// What a policy says about guards, as a run heeds it and as its digest covers it.
#pragma once

#include <string>
#include <vector>

#include "plan/rule.hpp"
#include "policy/guards.hpp"

namespace mailcomb::pipeline {

// The default limits, each replaced by the policy's own if it has one; then the others of the policy.
std::vector<plan::Limit> limits_of(const policy::Guards& guards);

// One line for each thing said; empty if that is nothing.
std::string to_text(const policy::Guards& guards);

}  // namespace mailcomb::pipeline
