// SPDX-License-Identifier: Apache-2.0
// The filter language of policies and plugins: from nodes to expressions (docs/2-policies.md).
#pragma once

#include "filter/definitions.hpp"
#include "filter/expression.hpp"
#include "support/document.hpp"
#include "support/time.hpp"

namespace mailcomb::filter {

// Parses a mapping of filter keys, which are ANDed, or the `$name` of a definition. Pure: `now` makes
// ages absolute. All errors are appended to `errors`; the answer is then not to be used. Null: nothing
// has a name, as in what plugins say.
Expression parse(const Node& node, Time now, Errors& errors, Definitions* definitions = nullptr);

// The same where an empty mapping, which would select every message, is a slip.
Expression parse_part(const Node& node, Time now, Errors& errors,
                      Definitions* definitions = nullptr);

}  // namespace mailcomb::filter
