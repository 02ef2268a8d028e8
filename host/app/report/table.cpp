// SPDX-License-Identifier: Apache-2.0
#include "app/report/table.hpp"

#include <algorithm>

#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

constexpr std::size_t kGap = 2;

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

void Table::add(std::vector<std::string> cells) {
  for (auto& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::string Table::text() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widths.push_back(width_of(columns_[i].name));
    for (const auto& row : rows_)
      widths[i] = std::max(widths[i], std::min(width_of(row[i]), columns_[i].width_max));
  }
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    line += padded(columns_[i].name, widths[i], columns_[i].align) + std::string(kGap, ' ');
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
