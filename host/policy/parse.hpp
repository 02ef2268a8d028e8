// SPDX-License-Identifier: Apache-2.0
// From a policy file to a Policy, with every error of the file in one pass.
#pragma once

#include <string>

#include "policy/policy.hpp"
#include "support/time.hpp"

namespace mailcomb::policy {

// What a policy leaves out.
struct Defaults {
  std::string rule;  // The rule type of a rule that names none.
};

// Pure: `now` makes ages absolute, and `load_base` finds what the policy extends; without it a policy
// cannot extend any. Errors are in the order of the file; those of its base come after them.
Checked<Policy> parse_policy(const Node& node, Time now, const Defaults& defaults,
                             const LoadBase& load_base = {});

// The same from the text of a file that the user named `name`.
Checked<Policy> read_policy(std::string text, std::string name, Time now, const Defaults& defaults,
                            const LoadBase& load_base = {});

}  // namespace mailcomb::policy
