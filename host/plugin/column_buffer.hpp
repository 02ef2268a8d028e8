// SPDX-License-Identifier: Apache-2.0
// ColumnBuffer: the cells of one column while a batch is being filled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/abi/batch.h"
#include "plugin/column_types.hpp"

namespace mailcomb::plugin {

// Its vectors are those of the final layout; they keep their capacity from batch to batch.
class ColumnBuffer {
 public:
  explicit ColumnBuffer(ColumnSpec spec) : spec_(std::move(spec)) {}

  const ColumnSpec& spec() const { return spec_; }
  std::size_t cell_count() const { return nulls_.size(); }
  const std::vector<std::uint8_t>& nulls() const { return nulls_; }
  const std::vector<std::uint64_t>& values() const { return values_; }
  const std::vector<mailcomb_batch_span>& items() const { return items_; }
  const std::string& text() const { return text_; }

  void add_null() { add(0, 1); }
  void add_scalar(std::uint64_t value) { add(value, 0); }

  // Each of these answers false, with nothing added, if the column would outgrow 32-bit offsets.
  bool add_text(std::string_view text);
  bool add_bytes(std::string_view bytes);
  bool add_texts(const mailcomb_str* items, std::uint64_t count);
  bool add_addresses(const mailcomb_address* items, std::uint64_t count);

  void drop_last();
  void clear();

 private:
  void add(std::uint64_t value, std::uint8_t is_null);
  void add_cell(std::size_t first, std::size_t end);
  bool fits(std::uint64_t size) const;
  void add_item(mailcomb_str text);
  bool undo(std::size_t items, std::size_t text);

  ColumnSpec spec_;
  std::vector<std::uint8_t> nulls_;
  std::vector<std::uint64_t> values_;  // Scalars, or the bits of a mailcomb_batch_span.
  std::vector<mailcomb_batch_span> items_;
  std::string text_;
  // Where the last cell begins, so that it can be dropped.
  std::size_t items_before_ = 0;
  std::size_t text_before_ = 0;
};

}  // namespace mailcomb::plugin
