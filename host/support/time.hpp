// SPDX-License-Identifier: Apache-2.0
// Time: instants in milliseconds of UTC, and RFC 3339 text. No function here reads a clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mailcomb {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

inline Time from_unix_ms(std::int64_t ms) { return Time(std::chrono::milliseconds(ms)); }
inline std::int64_t to_unix_ms(Time time) { return time.time_since_epoch().count(); }

// "2002-12-01T00:00:00Z"; with milliseconds only if there are any.
std::string to_rfc3339(Time time);

// RFC 3339 section 5.6, with any offset; a date alone is its midnight UTC. Empty if it is neither,
// or no such day or time exists.
std::optional<Time> parse_rfc3339(std::string_view text);

}  // namespace mailcomb
