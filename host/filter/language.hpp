// SPDX-License-Identifier: Apache-2.0
// The filter language of policies and plugins: from nodes to expressions (docs/2-policies.md).
#pragma once

#include <chrono>

#include "filter/expression.hpp"
#include "support/document.hpp"

namespace mailcomb::filter {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

// Parses a mapping of filter keys, which are ANDed. Pure: `now` makes ages absolute. All errors are
// appended to `errors`; the answer is then not to be used.
Expression parse(const Node& node, Time now, Errors& errors);

}  // namespace mailcomb::filter
