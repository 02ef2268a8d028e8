// SPDX-License-Identifier: Apache-2.0
// Row: one message of a batch, read by the names of columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mailcomb/abi/batch.h"
#include "mailcomb/text.hpp"

namespace mailcomb::sdk {

struct Address {
  std::string_view name;
  std::string_view address;
};

// The items of one list cell: `for (std::uint32_t i = 0; i < list.size(); ++i) list.text(i)`.
class List {
 public:
  List() = default;
  List(const mailcomb_batch* batch, const mailcomb_batch_column* column, mailcomb_batch_span span)
      : batch_(batch), column_(column), span_(span) {}
  std::uint32_t size() const { return span_.count; }
  bool empty() const { return span_.count == 0; }
  std::string_view text(std::uint32_t i) const {
    return view(mailcomb_batch_item(batch_, column_, span_.first + i));
  }
  Address address(std::uint32_t i) const {
    const auto item = mailcomb_batch_address(batch_, column_, span_.first + i);
    return {view(item.name), view(item.address)};
  }

 private:
  const mailcomb_batch* batch_ = nullptr;
  const mailcomb_batch_column* column_ = nullptr;
  mailcomb_batch_span span_{0, 0};
};

// Every getter is empty if the column was not declared, the provider lacks it, its type is another
// one, or the message could not be read. What it answers borrows from the batch.
class Row {
 public:
  Row(const mailcomb_batch* batch, std::uint32_t row) : batch_(batch), row_(row) {}

  std::uint64_t ordinal() const { return batch_->first_ordinal + row_; }
  std::optional<std::int64_t> integer(std::string_view name) const {
    const auto* column = find(name, MAILCOMB_COLUMN_I64);
    if (!column) return {};
    return mailcomb_batch_i64(batch_, column, row_);
  }
  std::optional<std::uint64_t> bits(std::string_view name) const {
    const auto* column = find(name, MAILCOMB_COLUMN_U64);
    if (!column) return {};
    return mailcomb_batch_u64(batch_, column, row_);
  }
  std::optional<std::string_view> text(std::string_view name) const {
    const auto* column = find(name, MAILCOMB_COLUMN_UTF8);
    if (!column) return {};
    return view(mailcomb_batch_utf8(batch_, column, row_));
  }
  std::optional<List> texts(std::string_view name) const {
    return list(find(name, MAILCOMB_COLUMN_UTF8_LIST));
  }
  std::optional<List> addresses(std::string_view name) const {
    return list(find(name, MAILCOMB_COLUMN_ADDRESSES));
  }

 private:
  const mailcomb_batch_column* find(std::string_view name, std::uint32_t type) const {
    const auto* column = mailcomb_batch_find(batch_, slice(name));
    if (!column || column->type != type) return nullptr;
    return mailcomb_batch_is_null(batch_, column, row_) ? nullptr : column;
  }
  std::optional<List> list(const mailcomb_batch_column* column) const {
    if (!column) return {};
    return List(batch_, column, mailcomb_batch_cell(batch_, column, row_));
  }

  const mailcomb_batch* batch_;
  std::uint32_t row_;
};

}  // namespace mailcomb::sdk
