// SPDX-License-Identifier: Apache-2.0
// `guards:` of a policy.
#pragma once

#include "filter/definitions.hpp"
#include "policy/guards.hpp"

namespace mailcomb::policy {

// `policy` is the mapping of the whole file; without `guards` nothing is said.
Guards parse_guards(const Node& policy, Time now, filter::Definitions& definitions, Errors& errors);

}  // namespace mailcomb::policy
