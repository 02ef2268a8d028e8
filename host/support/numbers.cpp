// SPDX-License-Identifier: Apache-2.0
#include "support/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace mailcomb {

std::string grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) text.insert(at -= 3, ",");
  return text;
}

std::string percent_text(double percent) {
  const double shown = percent > 0 ? std::max(percent, 0.1) : percent;
  const bool is_whole = std::abs(shown - std::round(shown)) < 0.05;
  return is_whole ? fmt::format("{:.0f}%", shown) : fmt::format("{:.1f}%", shown);
}

std::string bytes_text(std::int64_t bytes) {
  static constexpr std::array kUnits = {"KiB", "MiB", "GiB", "TiB"};
  if (bytes < 1024) return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (size /= 1024; size >= 1023.95 && unit + 1 < kUnits.size(); size /= 1024) ++unit;
  return fmt::format("{:.1f} {}", size, kUnits[unit]);
}

}  // namespace mailcomb
