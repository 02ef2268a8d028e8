// SPDX-License-Identifier: Apache-2.0
// The reason of a verdict as people read it: a template of the rule type, filled with one integer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mailcomb::plugin {

// What `{}`, `{high}`, `{low}`, `{high:th}` and `{low:th}` stand for is said in abi/verdict.h; anything
// else in braces stays as it is.
std::string reason_text(std::string_view text, std::int64_t argument);

}  // namespace mailcomb::plugin
