// SPDX-License-Identifier: Apache-2.0
// Rows that do not fit their table, and calls that are asked to stop.
#include "store-sqlite/rows.hpp"

#include <gtest/gtest.h>

#include "mailcomb/row_writer.hpp"
#include "opened.hpp"
#include "plugin/batch_builder.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::store_sqlite {
namespace {

const std::string kHint = "\nthis is a bug of mailcomb; report it";

class SqliteRows : public ::testing::Test {
 protected:
  plugin::Batch batch(std::vector<plugin::ColumnSpec> columns, std::int64_t rows) {
    plugin::BatchBuilder builder(columns);
    const mailcomb_row_writer to = builder.writer();
    sdk::RowWriter writer(&to);
    for (std::int64_t row = 0; row < rows; ++row) {
      for (std::uint32_t i = 0; i < columns.size(); ++i) {
        if (columns[i].type == MAILCOMB_COLUMN_I64) {
          writer.i64(i, row);
        } else {
          writer.text(i, std::to_string(row));
        }
      }
      writer.end_row();
    }
    return builder.finish();
  }
  std::string failure_of_append(const plugin::Batch& rows, int stop_at = 0,
                                std::uint32_t table = 0) {
    const testing::TestCall call(stop_at);
    return failure_of(folder_.path(), [&] { store_.append(call, table, rows.abi()); });
  }
  std::string failure_of_read(const sdk::KeyRange& range, int stop_at = 0) {
    plugin::BatchBuilder builder({{"id", MAILCOMB_COLUMN_UTF8}, {"at", MAILCOMB_COLUMN_I64}});
    const mailcomb_row_writer to = builder.writer();
    sdk::RowWriter rows(&to);
    const testing::TestCall call(stop_at);
    return failure_of(folder_.path(), [&] { store_.read(call, 0, range, rows); });
  }

  testing::ScratchFolder folder_;
  Store store_ = open_store(folder_ / "a.db");
  const plugin::ColumnSpec id_{"id", MAILCOMB_COLUMN_UTF8}, at_{"at", MAILCOMB_COLUMN_I64};
};

TEST_F(SqliteRows, have_the_columns_of_the_table) {
  EXPECT_EQ(failure_of_append(batch({id_}, 1)),
            "2 bad-rows: for table 'runs' came rows of other columns" + kHint);
  EXPECT_EQ(failure_of_append(batch({id_, {"at", MAILCOMB_COLUMN_UTF8}}, 1)),
            "2 bad-rows: for table 'runs' came a 'at' of another type" + kHint);
  EXPECT_EQ(failure_of_append(batch({id_, at_}, 1), 0, 1),
            "2 bad-table: no table has number 1" + kHint);
}

TEST_F(SqliteRows, have_no_null_in_their_key) {
  plugin::BatchBuilder builder({id_, at_});
  const mailcomb_row_writer to = builder.writer();
  sdk::RowWriter writer(&to);
  writer.null(0);
  writer.null(1);
  writer.end_row();
  EXPECT_EQ(failure_of_append(builder.finish()),
            "2 bad-rows: for table 'runs' came a null 'id'" + kHint);
}

TEST_F(SqliteRows, of_a_taken_key_are_named) {
  EXPECT_EQ(failure_of_append(batch({id_, at_}, 1)), "");
  EXPECT_EQ(failure_of_append(batch({id_, at_}, 1)),
            "7 store-conflict: store 'FOLDER/a.db' has a row of the same key already (runs.id)\n"
            "nothing since the last commit was kept");
}

TEST_F(SqliteRows, are_found_by_keys_of_their_type) {
  EXPECT_EQ(failure_of_read({{1}, {}, false, 0}),
            "2 bad-rows: for table 'runs' came a key whose 'id' has another type" + kHint);
  EXPECT_EQ(failure_of_read({{}, {"1", 1}, false, 0}),
            "2 bad-rows: for table 'runs' came more values than its key has columns" + kHint);
}

TEST_F(SqliteRows, stop_when_the_host_asks) {
  const auto rows = batch({id_, at_}, 3000);
  EXPECT_EQ(failure_of_append(rows, 3), "6 cancelled: stopped between two rows\n");
  EXPECT_EQ(failure_of_append(rows), "");
  EXPECT_EQ(failure_of_read({}, 3), "6 cancelled: stopped between two rows\n");
}

TEST_F(SqliteRows, keep_documents_and_leases_away_until_commit) {
  EXPECT_EQ(failure_of_append(batch({id_, at_}, 1)), "");
  const testing::TestCall call;
  const std::string refused =
      "2 store-uncommitted: a document or lease was written between append and commit" + kHint;
  EXPECT_EQ(failure_of(folder_.path(), [&] { store_.put_document(call, "a", 0, "b"); }), refused);
  EXPECT_EQ(failure_of(folder_.path(),
                       [&] { store_.take_lease(call, "a", "b", std::chrono::hours(1), false); }),
            refused);
  EXPECT_EQ(failure_of(folder_.path(), [&] { store_.drop_lease(call, "a", 1); }), refused);
  store_.commit(call);
  EXPECT_EQ(failure_of_append(batch({id_, at_}, 1)).substr(0, 16), "7 store-conflict");
}

}  // namespace
}  // namespace mailcomb::store_sqlite
