// SPDX-License-Identifier: Apache-2.0
// Durations as people write them: 30d, 12w, 6mo, 1y.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "support/error.hpp"

namespace mailcomb {

inline constexpr std::chrono::days kDurationMax{365 * 1000};

// A week is 7 days, a month 30, a year 365; a day is 86,400 seconds. From 1 day to 1000 years.
// The error tells what is wrong with `text` and what to write; it has no place.
Result<std::chrono::days> parse_duration(std::string_view text);

// In days: "30d".
std::string to_text(std::chrono::days duration);

}  // namespace mailcomb
