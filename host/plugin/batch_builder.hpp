// SPDX-License-Identifier: Apache-2.0
// BatchBuilder: the host's side of mailcomb_row_writer, which takes rows and makes a Batch of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "mailcomb/abi/column.h"
#include "plugin/batch.hpp"
#include "plugin/column_buffer.hpp"

namespace mailcomb::plugin {

// Something of the mailbox that could not be given as a row, and why.
struct Skip {
  std::string what;
  std::string why;

  friend bool operator==(const Skip&, const Skip&) = default;
};

// Host code appends through sdk::RowWriter on `writer()`. Reused for many batches.
class BatchBuilder {
 public:
  static constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint32_t>::max();

  explicit BatchBuilder(std::vector<ColumnSpec> columns);

  // Valid while this builder stays where it is.
  mailcomb_row_writer writer();

  // A row beyond this is refused as misuse. Holds until it is set again.
  void limit_rows(std::uint64_t rows_max) { rows_max_ = std::min(rows_max, kNoLimit); }

  std::uint32_t row_count() const { return row_count_; }
  const std::vector<Skip>& skips() const { return skips_; }

  // What was refused first, or empty. Wrong rows were dropped.
  const std::string& misuse() const { return misuse_; }
  // A row was begun and not ended; `finish` drops it.
  bool is_within_row() const { return cells_in_row_ > 0; }

  // The rows so far; the builder is then empty again, without misuse and skips.
  Batch finish(std::uint64_t first_ordinal = 0);

 private:
  ColumnBuffer* begin_cell(std::uint32_t column, std::uint32_t type);
  mailcomb_status end_cell(const ColumnBuffer& column, bool added);
  mailcomb_status refuse(std::string why);
  void drop_row();

  mailcomb_status append_null(std::uint32_t column);
  mailcomb_status append_scalar(std::uint32_t column, std::uint32_t type, std::uint64_t value);
  mailcomb_status append_text(std::uint32_t column, std::uint32_t type, mailcomb_str text);
  mailcomb_status append_texts(std::uint32_t column, const mailcomb_str* items,
                               std::uint64_t count);
  mailcomb_status append_addresses(std::uint32_t column, const mailcomb_address* items,
                                   std::uint64_t count);
  mailcomb_status append_value(std::uint32_t column, const void* value);
  mailcomb_status end_row();
  mailcomb_status skip(mailcomb_str what, mailcomb_str why);

  std::vector<ColumnBuffer> columns_;
  std::uint64_t rows_max_ = kNoLimit;
  std::uint32_t row_count_ = 0;
  std::size_t cells_in_row_ = 0;
  bool row_is_wrong_ = false;
  std::vector<Skip> skips_;
  std::string misuse_;
};

}  // namespace mailcomb::plugin
