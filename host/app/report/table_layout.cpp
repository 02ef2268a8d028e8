// SPDX-License-Identifier: Apache-2.0
#include "app/report/table_layout.hpp"

#include <algorithm>
#include <numeric>

namespace mailcomb::app {
namespace {

// Texts on one line are not cut below this, those on several lines not below the second one.
constexpr std::size_t kNarrow = 16;
constexpr std::size_t kReadable = 24;

using Line = std::vector<std::size_t>;

bool can_be_cut(const ColumnNeeds& column, std::size_t width) {
  return column.align == Align::kLeft && column.cut == Cut::kIfNeeded && column.width > width;
}

std::size_t least(const ColumnNeeds& column, std::size_t width) {
  return can_be_cut(column, width) ? width : column.width;
}

// Of the columns of a line, by their widths; the first line has no indent.
std::size_t width_of(const Line& line, std::span<const std::size_t> widths, bool is_first) {
  std::size_t width = is_first ? 0 : kIndent;
  for (const auto column : line) width += widths[column] + kGap;
  return width - kGap;
}

// Takes columns away from the widest text, one by one, until all fit or none can be cut.
void shrink(const Line& line, std::span<const ColumnNeeds> needs, std::size_t columns_max,
            bool is_first, std::vector<std::size_t>& widths) {
  for (auto total = width_of(line, widths, is_first); total > columns_max; --total) {
    std::size_t* widest = nullptr;
    for (const auto i : line)
      if (can_be_cut(needs[i], kNarrow) && widths[i] > kNarrow && (!widest || widths[i] > *widest))
        widest = &widths[i];
    if (!widest) return;
    --*widest;
  }
}

// Numbers begin a line of their own, so that they stand together.
std::vector<Line> fold(std::span<const ColumnNeeds> needs, std::size_t columns_max) {
  std::vector<std::size_t> widths;
  for (const auto& column : needs) widths.push_back(least(column, kReadable));
  std::vector<Line> lines(1);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    auto longer = lines.back();
    longer.push_back(i);
    const bool is_full = width_of(longer, widths, lines.size() == 1) > columns_max;
    const bool begins_numbers =
        i > 0 && needs[i].align == Align::kRight && needs[i - 1].align == Align::kLeft;
    if (!lines.back().empty() && (is_full || begins_numbers))
      lines.push_back({i});
    else
      lines.back() = std::move(longer);
  }
  return lines;
}

}  // namespace

TableLayout lay_out(std::span<const ColumnNeeds> needs, std::size_t columns_max) {
  TableLayout layout;
  Line all(needs.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<std::size_t> narrow;
  for (const auto& column : needs) {
    layout.widths.push_back(column.width);
    narrow.push_back(least(column, kNarrow));
  }
  const bool fits = needs.empty() || width_of(all, narrow, true) <= columns_max;
  layout.lines = fits ? std::vector<Line>{all} : fold(needs, columns_max);
  for (std::size_t i = 0; i < layout.lines.size(); ++i)
    if (!layout.lines[i].empty())
      shrink(layout.lines[i], needs, columns_max, i == 0, layout.widths);
  return layout;
}

}  // namespace mailcomb::app
