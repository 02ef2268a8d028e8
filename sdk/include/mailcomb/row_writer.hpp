// SPDX-License-Identifier: Apache-2.0
// RowWriter: how providers and stores give rows to the host.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "mailcomb/abi/column.h"
#include "mailcomb/failure.hpp"
#include "mailcomb/value.hpp"

namespace mailcomb::sdk {

// `column` is the index in the request. Each column is appended once per row, then `end_row`.
// Misuse throws; the host reports it as a bug of the plugin.
class RowWriter {
 public:
  explicit RowWriter(const mailcomb_row_writer* rows) : rows_(rows) {}

  void null(std::uint32_t column) { check(rows_->append_null(rows_->context, column)); }
  void i64(std::uint32_t column, std::int64_t value) {
    check(rows_->append_i64(rows_->context, column, value));
  }
  void u64(std::uint32_t column, std::uint64_t value) {
    check(rows_->append_u64(rows_->context, column, value));
  }
  void text(std::uint32_t column, std::string_view text) {
    check(rows_->append_utf8(rows_->context, column, slice(text)));
  }
  void bytes(std::uint32_t column, std::string_view bytes) {
    check(rows_->append_bytes(rows_->context, column, byte_slice(bytes)));
  }
  void texts(std::uint32_t column, std::span<const mailcomb_str> items) {
    check(rows_->append_utf8_list(rows_->context, column, items.data(), items.size()));
  }
  void addresses(std::uint32_t column, std::span<const mailcomb_address> items) {
    check(rows_->append_addresses(rows_->context, column, items.data(), items.size()));
  }
  void value(std::uint32_t column, const Value& value) {
    const FlatValue flat(value);
    const auto abi = flat.abi();
    check(rows_->append_value(rows_->context, column, &abi));
  }
  void end_row() { check(rows_->end_row(rows_->context)); }
  void skip(std::string_view what, std::string_view why) {
    check(rows_->skip(rows_->context, slice(what), slice(why)));
  }

 private:
  static void check(mailcomb_status status) { detail::expect_ok(status); }

  const mailcomb_row_writer* rows_;
};

}  // namespace mailcomb::sdk
