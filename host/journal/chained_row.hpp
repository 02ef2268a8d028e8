// SPDX-License-Identifier: Apache-2.0
// ChainedRow: writes one row, and its link into the last column.
#pragma once

#include "journal/chain.hpp"
#include "mailcomb/row_writer.hpp"
#include "plugin/batch_builder.hpp"

namespace mailcomb::journal {

class ChainedRow {
 public:
  // All must outlive it; `content` is used for this row. Without a chain the row gets no link.
  ChainedRow(plugin::BatchBuilder& rows, Content& content, Chain* chain)
      : writer_(rows.writer()), row_(&writer_), content_(content), chain_(chain) {
    content_.clear();
  }
  ChainedRow(const ChainedRow&) = delete;
  ChainedRow& operator=(const ChainedRow&) = delete;

  void null(std::uint32_t column) { row_.null(column); }
  void i64(std::uint32_t column, std::int64_t value) {
    row_.i64(column, value);
    content_.add(column, value);
  }
  void text(std::uint32_t column, std::string_view text) {
    row_.text(column, text);
    content_.add(column, text);
  }
  void bytes(std::uint32_t column, std::string_view bytes) {
    row_.bytes(column, bytes);
    content_.add(column, bytes);
  }
  // After every other column.
  void end(std::uint32_t link_column) {
    chain_ ? row_.bytes(link_column, chain_->add(content_)) : row_.null(link_column);
    row_.end_row();
  }

 private:
  mailcomb_row_writer writer_;
  sdk::RowWriter row_;
  Content& content_;
  Chain* chain_;
};

}  // namespace mailcomb::journal
