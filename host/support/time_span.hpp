// SPDX-License-Identifier: Apache-2.0
// Time spans of a process as people write them: 90s, 25m, 2h. Ages of mail are durations
// (duration.hpp), where `m` could be months.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "support/error.hpp"

namespace mailcomb {

inline constexpr std::chrono::seconds kTimeSpanMax = std::chrono::hours(24 * 7);

// From 1 second to 7 days. The error tells what is wrong with `text` and what to write; it has no
// place.
Result<std::chrono::seconds> parse_time_span(std::string_view text);

// In its largest whole unit: "25m".
std::string to_text(std::chrono::seconds span);

}  // namespace mailcomb
