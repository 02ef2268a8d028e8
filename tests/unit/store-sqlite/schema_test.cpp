// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/schema.hpp"

#include <gtest/gtest.h>

#include "opened.hpp"
#include "store-sqlite/file.hpp"
#include "support/child.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::store_sqlite {
namespace {

class Schema : public ::testing::Test {
 protected:
  Database open() {
    make_private_file(folder_ / "a.db");
    return Database(folder_ / "a.db", testing::TestCall());
  }
  std::int64_t number(const std::string& sql) {
    auto database = open();
    auto query = database.query(sql);
    EXPECT_TRUE(query.step());
    return query.integer(0);
  }

  testing::ScratchFolder folder_;
};

TEST_F(Schema, is_made_once) {
  auto database = open();
  EXPECT_FALSE(has_schema(database, one_table(), 3));
  make_schema(database, one_table(), 3);
  EXPECT_TRUE(has_schema(database, one_table(), 3));
  EXPECT_EQ(number("SELECT version FROM schema_version"), 3);
}

TEST_F(Schema, of_an_older_host_grows) {
  open_store(folder_ / "a.db", 1);
  auto tables = one_table();
  tables[0].columns.push_back({"note", MAILCOMB_COLUMN_BYTES});
  tables.push_back({"counters", 1, {{"name", MAILCOMB_COLUMN_UTF8}}});
  open_store(folder_ / "a.db", 2, tables);
  EXPECT_EQ(number("SELECT version FROM schema_version"), 2);
  EXPECT_EQ(number("SELECT count(note) FROM runs"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM counters"), 0);
}

TEST_F(Schema, leaves_columns_and_tables_of_a_newer_host_alone) {
  auto tables = one_table();
  tables[0].columns.push_back({"note", MAILCOMB_COLUMN_BYTES});
  tables.push_back({"counters", 1, {{"name", MAILCOMB_COLUMN_UTF8}}});
  open_store(folder_ / "a.db", 1, tables);
  open_store(folder_ / "a.db", 1);
  EXPECT_EQ(number("SELECT count(*) FROM pragma_table_info('runs')"), 3);
}

TEST_F(Schema, needs_no_lock_once_it_is_there) {
  open_store(folder_ / "a.db");
  auto writer = open();
  const Transaction transaction(writer, Transaction::Kind::kWriting);
  open_store(folder_ / "a.db");
}

TEST_F(Schema, is_made_by_many_at_once) {
  for (int round = 0; round < 10; ++round) {
    const auto file = folder_ / std::to_string(round);
    std::vector<testing::Child> children;
    for (int i = 0; i < 8; ++i)
      children.emplace_back([&](int) { open_store(file, 1 + round % 2); });
    for (auto& child : children) EXPECT_EQ(child.wait(), 0) << child.listen_to_the_end();
  }
}

TEST_F(Schema, makes_what_is_durable) {
  open_store(folder_ / "a.db");
  EXPECT_EQ(number("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
  EXPECT_EQ(number("PRAGMA synchronous"), 2);
}

}  // namespace
}  // namespace mailcomb::store_sqlite
