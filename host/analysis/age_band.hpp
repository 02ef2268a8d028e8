// SPDX-License-Identifier: Apache-2.0
// AgeBand: how long ago a message was received, in a few steps.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "support/time.hpp"

namespace mailcomb::analysis {

struct AgeBand {
  std::string_view name;  // "30d-90d": 30 days old or older, but younger than 90.
  int days_min = 0;
};

// From the youngest on; the last is open.
inline constexpr std::array<AgeBand, 8> kAgeBands = {{{"0d-7d", 0},
                                                      {"7d-30d", 7},
                                                      {"30d-90d", 30},
                                                      {"90d-180d", 90},
                                                      {"180d-1y", 180},
                                                      {"1y-2y", 365},
                                                      {"2y-5y", 730},
                                                      {"5y and older", 1825}}};
inline constexpr std::size_t kFutureBand = kAgeBands.size();       // Ahead of now.
inline constexpr std::size_t kUndatedBand = kAgeBands.size() + 1;  // Of unknown date.
inline constexpr std::size_t kBandCount = kAgeBands.size() + 2;

std::string_view band_name(std::size_t band);

// Ages count as in filters: in steps of 86,400 s, inclusive.
bool is_as_old_as(std::optional<std::int64_t> received_at_ms, int days, Time now);

std::size_t band_of(std::optional<std::int64_t> received_at_ms, Time now);

}  // namespace mailcomb::analysis
