// SPDX-License-Identifier: Apache-2.0
// StoreContract: what the tests of the contract share: tables, rows, and a store of the subject.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract/store/subject.hpp"
#include "mailcomb/row_writer.hpp"
#include "support/memory_store.hpp"

namespace mailcomb::testing {

enum TableNumber : std::uint32_t { kEvents, kNotes };

inline std::vector<sdk::Table> contract_tables() {
  return {{"events",
           2,
           {{"run", MAILCOMB_COLUMN_UTF8},
            {"order", MAILCOMB_COLUMN_I64},
            {"payload", MAILCOMB_COLUMN_BYTES},
            {"at", MAILCOMB_COLUMN_I64}}},
          {"notes", 1, {{"id", MAILCOMB_COLUMN_BYTES}, {"text", MAILCOMB_COLUMN_UTF8}}}};
}

inline sdk::Value bytes(std::string text) { return sdk::Value::bytes(std::move(text)); }

inline Cells event(const char* run, std::int64_t order, const char* payload = "") {
  return {run, order, bytes(payload), order};
}

inline plugin::BatchBuilder builder_for(const sdk::Table& table) {
  std::vector<plugin::ColumnSpec> columns;
  for (const auto& column : table.columns) columns.push_back({column.name, column.type});
  return plugin::BatchBuilder(std::move(columns));
}

inline plugin::Batch batch_of(TableNumber table, const std::vector<Cells>& rows) {
  auto builder = builder_for(contract_tables()[table]);
  const mailcomb_row_writer to = builder.writer();
  sdk::RowWriter writer(&to);
  for (const Cells& cells : rows) {
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
      switch (cells[i].kind()) {
        case sdk::Value::Kind::kNull: writer.null(i); break;
        case sdk::Value::Kind::kI64: writer.i64(i, cells[i].integer()); break;
        case sdk::Value::Kind::kText: writer.text(i, cells[i].text()); break;
        default: writer.bytes(i, cells[i].text());
      }
    }
    writer.end_row();
  }
  return builder.finish();
}

inline std::vector<Cells> rows_of(const plugin::Batch& batch) {
  std::vector<Cells> rows(batch.row_count());
  for (std::uint32_t i = 0; i < batch.abi().column_count; ++i) {
    const auto* column = mailcomb_batch_column_at(&batch.abi(), i);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (mailcomb_batch_is_null(&batch.abi(), column, row)) {
        rows[row].emplace_back();
      } else if (column->type == MAILCOMB_COLUMN_I64) {
        rows[row].emplace_back(mailcomb_batch_i64(&batch.abi(), column, row));
      } else {
        const std::string text(sdk::view(mailcomb_batch_utf8(&batch.abi(), column, row)));
        rows[row].push_back(column->type == MAILCOMB_COLUMN_UTF8 ? sdk::Value(text) : bytes(text));
      }
    }
  }
  return rows;
}

// Fails the test if the result is an error; answers what is in it.
template <class T>
T expect(Result<T> result) {
  if (!result) throw std::runtime_error(to_text(result.error()));
  return std::move(*result);
}
inline void expect(const Result<void>& result) {
  if (!result) throw std::runtime_error(to_text(result.error()));
}

inline plugin::Store open_store(const StoreSubject& subject, std::uint32_t version = 1) {
  return expect(
      plugin::Store::open(subject.component(), subject.config(), contract_tables(), version));
}

inline void append(plugin::Store& store, const std::vector<Cells>& rows,
                   TableNumber table = kEvents) {
  EXPECT_EQ(expect(store.append(table, batch_of(table, rows))), plugin::Written::kYes);
}

inline std::vector<Cells> read(plugin::Store& store, const sdk::KeyRange& range = {},
                               TableNumber table = kEvents) {
  return rows_of(expect(store.read(table, range)));
}

class StoreContract : public ::testing::TestWithParam<StoreImplementation> {
 protected:
  plugin::Store open(std::uint32_t version = 1) { return open_store(*subject_, version); }

  std::unique_ptr<StoreSubject> subject_ = GetParam().make();
};

inline std::string name_of(const ::testing::TestParamInfo<StoreImplementation>& implementation) {
  return implementation.param.name;
}

}  // namespace mailcomb::testing

namespace mailcomb {
inline void PrintTo(const sdk::Value& value, std::ostream* to) {
  *to << (value.is(sdk::Value::Kind::kI64) ? std::to_string(value.integer()) : value.text());
}
}  // namespace mailcomb
