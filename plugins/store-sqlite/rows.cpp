// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/rows.hpp"

#include <cstring>
#include <string>

namespace mailcomb::store_sqlite {
namespace {

using Kind = sdk::Value::Kind;

[[noreturn]] void refuse(const sdk::Table& table, const std::string& why) {
  throw sdk::Failure(MAILCOMB_INVALID, "bad-rows", "for table '" + table.name + "' came " + why,
                     "this is a bug of mailcomb; report it");
}

bool has_null(const mailcomb_batch& batch, const mailcomb_batch_column& column) {
  if (batch.row_count == 0) return false;
  return std::memchr(mailcomb_batch_at(&batch, column.nulls_offset), 1, batch.row_count) != nullptr;
}

Kind kind_of(std::uint32_t column_type) {
  switch (column_type) {
    case MAILCOMB_COLUMN_I64: return Kind::kI64;
    case MAILCOMB_COLUMN_UTF8: return Kind::kText;
    default: return Kind::kBytes;
  }
}

void check_key(const sdk::Table& table, const std::vector<sdk::Value>& key) {
  if (key.size() > table.key_columns) refuse(table, "more values than its key has columns");
  for (std::size_t i = 0; i < key.size(); ++i)
    if (!key[i].is(kind_of(table.columns[i].type)))
      refuse(table, "a key whose '" + table.columns[i].name + "' has another type");
}

void bind_value(Query& query, int parameter, const sdk::Value& value) {
  switch (value.kind()) {
    case Kind::kI64: query.bind(parameter, value.integer()); break;
    case Kind::kText: query.bind(parameter, value.text()); break;
    default: query.bind_bytes(parameter, value.text());
  }
}

}  // namespace

void check_batch(const sdk::Table& table, const mailcomb_batch& batch) {
  if (batch.column_count != table.columns.size()) refuse(table, "rows of other columns");
  for (std::uint32_t i = 0; i < batch.column_count; ++i) {
    const auto* column = mailcomb_batch_column_at(&batch, i);
    const std::string& name = table.columns[i].name;
    if (column->type != table.columns[i].type) refuse(table, "a '" + name + "' of another type");
    if (i < table.key_columns && has_null(batch, *column)) refuse(table, "a null '" + name + "'");
  }
}

void check_range(const sdk::Table& table, const sdk::KeyRange& range) {
  check_key(table, range.first);
  check_key(table, range.last);
}

void bind_row(Query& query, const mailcomb_batch& batch, std::uint32_t row) {
  for (std::uint32_t i = 0; i < batch.column_count; ++i) {
    const auto* column = mailcomb_batch_column_at(&batch, i);
    const int parameter = static_cast<int>(i) + 1;
    if (mailcomb_batch_is_null(&batch, column, row)) {
      query.bind_null(parameter);
    } else if (column->type == MAILCOMB_COLUMN_I64) {
      query.bind(parameter, mailcomb_batch_i64(&batch, column, row));
    } else if (column->type == MAILCOMB_COLUMN_UTF8) {
      query.bind(parameter, sdk::view(mailcomb_batch_utf8(&batch, column, row)));
    } else {
      query.bind_bytes(parameter, sdk::view(mailcomb_batch_utf8(&batch, column, row)));
    }
  }
}

int bind_range(Query& query, const sdk::KeyRange& range) {
  int parameter = 1;
  for (const auto* key : {&range.first, &range.last})
    for (const auto& value : *key) bind_value(query, parameter++, value);
  return parameter;
}

void write_row(const Query& query, const sdk::Table& table, sdk::RowWriter& rows) {
  for (std::uint32_t i = 0; i < table.columns.size(); ++i) {
    const int column = static_cast<int>(i);
    if (query.is_null(column)) {
      rows.null(i);
    } else if (table.columns[i].type == MAILCOMB_COLUMN_I64) {
      rows.i64(i, query.integer(column));
    } else if (table.columns[i].type == MAILCOMB_COLUMN_UTF8) {
      rows.text(i, query.bytes(column));
    } else {
      rows.bytes(i, query.bytes(column));
    }
  }
  rows.end_row();
}

}  // namespace mailcomb::store_sqlite
