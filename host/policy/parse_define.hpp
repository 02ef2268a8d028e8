// SPDX-License-Identifier: Apache-2.0
// `define:`, the named filters of a policy.
#pragma once

#include "filter/definitions.hpp"
#include "support/document.hpp"

namespace mailcomb::policy {

// `policy` is the mapping of the whole file; without `define` there are none.
filter::Definitions parse_definitions(const Node& policy, Time now, Errors& errors);

}  // namespace mailcomb::policy
