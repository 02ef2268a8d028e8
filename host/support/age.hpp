// SPDX-License-Identifier: Apache-2.0
// Exact ages, down to the millisecond: "90d", "89d 23h 59min 59s 999ms", "-1s" for the future.
#pragma once

#include <chrono>
#include <string_view>

#include "support/error.hpp"

namespace mailcomb {

// Whole numbers with y (365 d), mo (30 d), w, d, h, min, s and ms, each at most once, the larger ones
// first; at most 1000 years. The error tells what to write; it has no place.
Result<std::chrono::milliseconds> parse_age(std::string_view text);

}  // namespace mailcomb
