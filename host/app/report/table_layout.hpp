// SPDX-License-Identifier: Apache-2.0
// TableLayout: on which line of a row each column stands, and how wide it is.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mailcomb::app {

enum class Align { kLeft, kRight };

// Texts are cut where the table would be too wide; what is looked up or copied is not, nor a number.
enum class Cut { kIfNeeded, kNever };

inline constexpr std::size_t kGap = 2;     // Between columns.
inline constexpr std::size_t kIndent = 2;  // Of the further lines of a row.

struct ColumnNeeds {
  std::size_t width = 0;  // Of its longest cell, or its heading.
  Align align = Align::kLeft;
  Cut cut = Cut::kIfNeeded;
};

struct TableLayout {
  std::vector<std::size_t> widths;              // By column.
  std::vector<std::vector<std::size_t>> lines;  // The columns of each line of a row.
};

// One line a row where that fits without cutting texts to what nobody can read; else as many as it
// takes. Wider than `columns_max` only where one column is by itself.
TableLayout lay_out(std::span<const ColumnNeeds> needs, std::size_t columns_max);

}  // namespace mailcomb::app
