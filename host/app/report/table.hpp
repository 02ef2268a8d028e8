// SPDX-License-Identifier: Apache-2.0
// Table: rows for people, or for spreadsheets (RFC 4180).
#pragma once

#include <string>
#include <vector>

#include "app/report/table_layout.hpp"

namespace mailcomb::app {

// Filled up with spaces to so many columns.
std::string padded(const std::string& cell, std::size_t width, Align align = Align::kLeft);

class Table {
 public:
  struct Column {
    std::string name;
    Align align = Align::kLeft;
    std::size_t width_max = 60;  // Longer cells are cut for people, never in CSV.
    Cut cut = Cut::kIfNeeded;
  };

  // A column of what people copy, such as ids: never cut.
  static Column key(std::string name);

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // As many cells as columns. Nothing in them controls the terminal.
  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }

  // As wide as the terminal of stdout, if that is one.
  std::string text() const;
  // Where the table would be wider, texts are cut, and rows take several lines if even that does not
  // do. Numbers and keys are never cut.
  std::string text(std::size_t columns_max) const;
  std::string csv() const;

 private:
  std::vector<ColumnNeeds> needs() const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mailcomb::app
