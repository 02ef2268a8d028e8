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

// Pure: `now` makes ages absolute. Errors are in the order of the file.
Checked<Policy> parse_policy(const Node& node, Time now, const Defaults& defaults);

// The same from the text of a file that the user named `name`.
Checked<Policy> read_policy(std::string text, std::string name, Time now, const Defaults& defaults);

}  // namespace mailcomb::policy
