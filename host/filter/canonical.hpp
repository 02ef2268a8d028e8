// SPDX-License-Identifier: Apache-2.0
// What the canonical form spells in one word though it is more than one predicate.
#pragma once

#include "filter/expression.hpp"

namespace mailcomb::filter {

// `is: draft`: the flag, or the place.
bool is_draft(const Expression& expression);

}  // namespace mailcomb::filter
