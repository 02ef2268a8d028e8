// SPDX-License-Identifier: Apache-2.0
// Plugins' values as nodes, so that their filters and actions go through the parsers of policies.
#pragma once

#include "mailcomb/value.hpp"
#include "support/document.hpp"

namespace mailcomb::filter {

// Without marks: errors then tell no place. Texts count as quoted; numbers are decimal.
Node to_node(const sdk::Value& value);

}  // namespace mailcomb::filter
