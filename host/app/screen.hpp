// SPDX-License-Identifier: Apache-2.0
// Screen: how many columns a terminal has.
#pragma once

#include <cstddef>
#include <limits>

namespace mailcomb::app {

inline constexpr std::size_t kAnyWidth = std::numeric_limits<std::size_t>::max();

// COLUMNS, if the descriptor is a terminal and that is set; else what the terminal says. kAnyWidth if
// it is no terminal, or does not say.
std::size_t screen_columns(int descriptor);

}  // namespace mailcomb::app
