// SPDX-License-Identifier: Apache-2.0
#include "plugin/batch_builder.hpp"

#include "mailcomb/abi/value.h"
#include "mailcomb/text.hpp"
#include "plugin/batch_layout.hpp"
#include "plugin/utf8.hpp"
#include "plugin/value_bytes.hpp"

namespace mailcomb::plugin {
namespace {

constexpr std::uint32_t kAnyType = 0;

BatchBuilder& self(void* context) { return *static_cast<BatchBuilder*>(context); }

bool is_readable(mailcomb_str text) { return text.data != nullptr || text.size == 0; }

std::string quoted(const ColumnBuffer& column) { return "column '" + column.spec().name + "'"; }

}  // namespace

BatchBuilder::BatchBuilder(std::vector<ColumnSpec> columns) {
  columns_.reserve(columns.size());
  for (ColumnSpec& column : columns) columns_.emplace_back(std::move(column));
}

mailcomb_row_writer BatchBuilder::writer() {
  mailcomb_row_writer rows{};
  rows.struct_size = sizeof rows;
  rows.context = this;
  rows.append_null = [](void* at, std::uint32_t column) noexcept {
    return self(at).append_null(column);
  };
  rows.append_i64 = [](void* at, std::uint32_t column, std::int64_t value) noexcept {
    return self(at).append_scalar(column, MAILCOMB_COLUMN_I64, static_cast<std::uint64_t>(value));
  };
  rows.append_u64 = [](void* at, std::uint32_t column, std::uint64_t value) noexcept {
    return self(at).append_scalar(column, MAILCOMB_COLUMN_U64, value);
  };
  rows.append_utf8 = [](void* at, std::uint32_t column, mailcomb_str text) noexcept {
    return self(at).append_text(column, MAILCOMB_COLUMN_UTF8, text);
  };
  rows.append_bytes = [](void* at, std::uint32_t column, mailcomb_bytes bytes) noexcept {
    return self(at).append_text(column, MAILCOMB_COLUMN_BYTES,
                                {reinterpret_cast<const char*>(bytes.data), bytes.size});
  };
  rows.append_utf8_list = [](void* at, std::uint32_t column, const mailcomb_str* items,
                             std::uint64_t count) noexcept {
    return self(at).append_texts(column, items, count);
  };
  rows.append_addresses = [](void* at, std::uint32_t column, const mailcomb_address* items,
                             std::uint64_t count) noexcept {
    return self(at).append_addresses(column, items, count);
  };
  rows.append_value = [](void* at, std::uint32_t column, const void* value) noexcept {
    return self(at).append_value(column, value);
  };
  rows.end_row = [](void* at) noexcept { return self(at).end_row(); };
  rows.skip = [](void* at, mailcomb_str what, mailcomb_str why) noexcept {
    return self(at).skip(what, why);
  };
  return rows;
}

mailcomb_status BatchBuilder::refuse(std::string why) {
  row_is_wrong_ = true;
  if (misuse_.empty()) misuse_ = std::move(why);
  return MAILCOMB_INVALID;
}

ColumnBuffer* BatchBuilder::begin_cell(std::uint32_t column, std::uint32_t type) {
  if (row_is_wrong_) return nullptr;
  if (column >= columns_.size()) {
    refuse("column number " + std::to_string(column) + " was not asked for");
    return nullptr;
  }
  ColumnBuffer& buffer = columns_[column];
  if (type != kAnyType && type != buffer.spec().type) {
    refuse(quoted(buffer) + " has another type");
  } else if (buffer.cell_count() != row_count_) {
    refuse(quoted(buffer) + " came twice in one row");
  } else if (row_count_ >= rows_max_) {
    refuse("more than " + std::to_string(rows_max_) + " rows were written");
  } else {
    return &buffer;
  }
  return nullptr;
}

mailcomb_status BatchBuilder::end_cell(const ColumnBuffer& column, bool added) {
  if (!added) return refuse(quoted(column) + " has too much text for one batch");
  ++cells_in_row_;
  return MAILCOMB_OK;
}

mailcomb_status BatchBuilder::append_null(std::uint32_t column) {
  ColumnBuffer* buffer = begin_cell(column, kAnyType);
  if (!buffer) return MAILCOMB_INVALID;
  buffer->add_null();
  return end_cell(*buffer, true);
}

mailcomb_status BatchBuilder::append_scalar(std::uint32_t column, std::uint32_t type,
                                            std::uint64_t value) {
  ColumnBuffer* buffer = begin_cell(column, type);
  if (!buffer) return MAILCOMB_INVALID;
  buffer->add_scalar(value);
  return end_cell(*buffer, true);
}

mailcomb_status BatchBuilder::append_text(std::uint32_t column, std::uint32_t type,
                                          mailcomb_str text) {
  ColumnBuffer* buffer = begin_cell(column, type);
  if (!buffer) return MAILCOMB_INVALID;
  if (!is_readable(text)) return refuse(quoted(*buffer) + " has text without bytes");
  const auto view = sdk::view(text);
  return end_cell(*buffer,
                  type == MAILCOMB_COLUMN_UTF8 ? buffer->add_text(view) : buffer->add_bytes(view));
}

mailcomb_status BatchBuilder::append_texts(std::uint32_t column, const mailcomb_str* items,
                                           std::uint64_t count) {
  ColumnBuffer* buffer = begin_cell(column, MAILCOMB_COLUMN_UTF8_LIST);
  if (!buffer) return MAILCOMB_INVALID;
  if (!items && count > 0) return refuse(quoted(*buffer) + " has a list without items");
  for (std::uint64_t i = 0; i < count; ++i)
    if (!is_readable(items[i])) return refuse(quoted(*buffer) + " has text without bytes");
  return end_cell(*buffer, buffer->add_texts(items, count));
}

mailcomb_status BatchBuilder::append_addresses(std::uint32_t column, const mailcomb_address* items,
                                               std::uint64_t count) {
  ColumnBuffer* buffer = begin_cell(column, MAILCOMB_COLUMN_ADDRESSES);
  if (!buffer) return MAILCOMB_INVALID;
  if (!items && count > 0) return refuse(quoted(*buffer) + " has a list without items");
  for (std::uint64_t i = 0; i < count; ++i)
    if (!is_readable(items[i].name) || !is_readable(items[i].address))
      return refuse(quoted(*buffer) + " has text without bytes");
  return end_cell(*buffer, buffer->add_addresses(items, count));
}

mailcomb_status BatchBuilder::append_value(std::uint32_t column, const void* value) {
  ColumnBuffer* buffer = begin_cell(column, MAILCOMB_COLUMN_VALUE);
  if (!buffer) return MAILCOMB_INVALID;
  const auto read = value ? sdk::read_value(*static_cast<const mailcomb_value*>(value))
                          : std::optional<sdk::Value>();
  if (!read || !is_utf8(*read)) return refuse(quoted(*buffer) + " has a malformed value");
  return end_cell(*buffer, buffer->add_bytes(value_to_bytes(*read)));
}

mailcomb_status BatchBuilder::end_row() {
  if (!row_is_wrong_ && cells_in_row_ < columns_.size())
    for (const ColumnBuffer& column : columns_)
      if (column.cell_count() == row_count_) refuse(quoted(column) + " is missing in a row");
  if (!row_is_wrong_ && row_count_ >= rows_max_)
    refuse("more than " + std::to_string(rows_max_) + " rows were written");
  if (row_is_wrong_) {
    drop_row();
    return MAILCOMB_INVALID;
  }
  ++row_count_;
  cells_in_row_ = 0;
  return MAILCOMB_OK;
}

mailcomb_status BatchBuilder::skip(mailcomb_str what, mailcomb_str why) {
  if (row_is_wrong_) return MAILCOMB_INVALID;
  if (cells_in_row_ > 0) return refuse("skip was called within a row");
  if (!is_readable(what) || !is_readable(why)) {
    if (misuse_.empty()) misuse_ = "skip was called with text without bytes";
    return MAILCOMB_INVALID;
  }
  skips_.push_back({printable(sdk::view(what)), printable(sdk::view(why))});
  return MAILCOMB_OK;
}

void BatchBuilder::drop_row() {
  for (ColumnBuffer& column : columns_)
    if (column.cell_count() > row_count_) column.drop_last();
  cells_in_row_ = 0;
  row_is_wrong_ = false;
}

Batch BatchBuilder::finish(std::uint64_t first_ordinal) {
  drop_row();
  Batch batch = lay_out(columns_, row_count_, first_ordinal);
  for (ColumnBuffer& column : columns_) column.clear();
  row_count_ = 0;
  skips_.clear();
  misuse_.clear();
  return batch;
}

}  // namespace mailcomb::plugin
