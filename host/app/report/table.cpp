// SPDX-License-Identifier: Apache-2.0
#include "app/report/table.hpp"

#include <unistd.h>

#include <algorithm>
#include <numeric>

#include "app/screen.hpp"
#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

constexpr std::size_t kGap = 2;
// Texts are not cut below this.
constexpr std::size_t kNarrow = 8;

// Cells that a spreadsheet would take for a formula are defused by an apostrophe.
std::string csv_cell(const std::string& cell) {
  std::string text = cell;
  if (!text.empty() && std::string("=+-@\t").find(text.front()) != std::string::npos)
    text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string trimmed_line(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

// Takes columns away from the widest text, one by one, until all fit or none can be cut.
void shrink(std::vector<std::size_t>& widths, const std::vector<Table::Column>& columns,
            std::size_t columns_max) {
  auto total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  for (; total > columns_max; --total) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (columns[i].align == Align::kLeft && widths[i] > kNarrow &&
          (!widest || widths[i] > *widest))
        widest = &widths[i];
    if (!widest) return;
    --*widest;
  }
}

}  // namespace

std::string padded(const std::string& cell, std::size_t width, Align align) {
  const std::string space(width - std::min(width, width_of(cell)), ' ');
  return align == Align::kLeft ? cell + space : space + cell;
}

void Table::add(std::vector<std::string> cells) {
  for (auto& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::string Table::text() const { return text(screen_columns(STDOUT_FILENO)); }

std::string Table::text(std::size_t columns_max) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widths.push_back(width_of(columns_[i].name));
    for (const auto& row : rows_)
      widths[i] = std::max(widths[i], std::min(width_of(row[i]), columns_[i].width_max));
  }
  shrink(widths, columns_, columns_max);
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    line += padded(fitted(columns_[i].name, widths[i]), widths[i], columns_[i].align) +
            std::string(kGap, ' ');
  std::string text = trimmed_line(line);
  for (const auto& row : rows_) {
    line.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      line +=
          padded(fitted(row[i], widths[i]), widths[i], columns_[i].align) + std::string(kGap, ' ');
    text += trimmed_line(line);
  }
  return text;
}

std::string Table::csv() const {
  std::string text;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    text += (i ? "," : "") + csv_cell(columns_[i].name);
  text += "\r\n";
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i ? "," : "") + csv_cell(row[i]);
    text += "\r\n";
  }
  return text;
}

}  // namespace mailcomb::app
