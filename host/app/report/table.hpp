// SPDX-License-Identifier: Apache-2.0
// Table: rows for people, or for spreadsheets (RFC 4180).
#pragma once

#include <string>
#include <vector>

namespace mailcomb::app {

enum class Align { kLeft, kRight };

// Filled up with spaces to so many columns.
std::string padded(const std::string& cell, std::size_t width, Align align = Align::kLeft);

class Table {
 public:
  struct Column {
    std::string name;
    Align align = Align::kLeft;
    std::size_t width_max = 60;  // Longer cells are cut for people, never in CSV.
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // As many cells as columns. Nothing in them controls the terminal.
  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }

  // As wide as the terminal of stdout, if that is one.
  std::string text() const;
  // Texts are cut where the table would be wider; numbers never.
  std::string text(std::size_t columns_max) const;
  std::string csv() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mailcomb::app
