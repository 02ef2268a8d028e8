// SPDX-License-Identifier: Apache-2.0
#include "analysis/age_band.hpp"

namespace mailcomb::analysis {

std::string_view band_name(std::size_t band) {
  if (band == kFutureBand) return "future";
  if (band == kUndatedBand) return "undated";
  return kAgeBands[band].name;
}

bool is_as_old_as(std::optional<std::int64_t> received_at_ms, int days, Time now) {
  return received_at_ms && from_unix_ms(*received_at_ms) <= now - std::chrono::days(days);
}

std::size_t band_of(std::optional<std::int64_t> received_at_ms, Time now) {
  if (!received_at_ms) return kUndatedBand;
  std::size_t band = kFutureBand;
  for (std::size_t i = 0; i < kAgeBands.size(); ++i)
    if (is_as_old_as(received_at_ms, kAgeBands[i].days_min, now)) band = i;
  return band;
}

}  // namespace mailcomb::analysis
