// SPDX-License-Identifier: Apache-2.0
#include "app/report/table.hpp"

#include <unistd.h>

#include <algorithm>

#include "app/screen.hpp"
#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

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

}  // namespace

std::string padded(const std::string& cell, std::size_t width, Align align) {
  const std::string space(width - std::min(width, width_of(cell)), ' ');
  return align == Align::kLeft ? cell + space : space + cell;
}

Table::Column Table::key(std::string name) {
  return {std::move(name), Align::kLeft, kAnyWidth, Cut::kNever};
}

void Table::add(std::vector<std::string> cells) {
  for (auto& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::string Table::text() const { return text(screen_columns(STDOUT_FILENO)); }

std::vector<ColumnNeeds> Table::needs() const {
  std::vector<ColumnNeeds> needs;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& column = columns_[i];
    ColumnNeeds need{width_of(column.name), column.align, column.cut};
    for (const auto& row : rows_)
      need.width = std::max(need.width, std::min(width_of(row[i]), column.width_max));
    needs.push_back(need);
  }
  return needs;
}

std::string Table::text(std::size_t columns_max) const {
  const auto layout = lay_out(needs(), columns_max);
  std::string text;
  const auto add_row = [&](const auto& cell) {
    for (std::size_t line = 0; line < layout.lines.size(); ++line) {
      std::string shown(line == 0 ? 0 : kIndent, ' ');
      for (const auto i : layout.lines[line])
        shown += padded(fitted(cell(i), layout.widths[i]), layout.widths[i], columns_[i].align) +
                 std::string(kGap, ' ');
      text += trimmed_line(shown);
    }
  };
  add_row([&](std::size_t i) { return columns_[i].name; });
  for (const auto& row : rows_) add_row([&](std::size_t i) { return row[i]; });
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
