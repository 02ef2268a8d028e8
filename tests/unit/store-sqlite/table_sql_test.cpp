// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/table_sql.hpp"

#include <gtest/gtest.h>

#include "opened.hpp"

namespace mailcomb::store_sqlite {
namespace {

constexpr auto kText = MAILCOMB_COLUMN_UTF8;
constexpr auto kI64 = MAILCOMB_COLUMN_I64;

const sdk::Table kActions{
    "actions", 2, {{"run", kText}, {"order", kI64}, {"payload", MAILCOMB_COLUMN_BYTES}}};

std::string refusal(const sdk::Table& table) {
  return failure_of("none", [&] { check_tables({table}); });
}

TEST(TableSql, makes_strict_tables_in_the_order_of_the_key) {
  EXPECT_EQ(create_sql(kActions),
            "CREATE TABLE \"actions\" (\"run\" TEXT NOT NULL, \"order\" INTEGER NOT NULL, "
            "\"payload\" BLOB, PRIMARY KEY (\"run\", \"order\")) STRICT, WITHOUT ROWID");
  EXPECT_EQ(insert_sql(kActions),
            "INSERT INTO \"actions\" (\"run\", \"order\", \"payload\") VALUES (?1, ?2, ?3)");
}

TEST(TableSql, compares_prefixes_of_the_key) {
  EXPECT_EQ(select_sql(kActions, {{"a"}, {"a", 5}, true, 0}),
            "SELECT \"run\", \"order\", \"payload\" FROM \"actions\" WHERE (\"run\") >= (?1) AND "
            "(\"run\", \"order\") <= (?2, ?3) ORDER BY \"run\" DESC, \"order\" DESC LIMIT ?4");
  EXPECT_EQ(delete_sql(kActions, {{}, {"a"}, false, 0}),
            "DELETE FROM \"actions\" WHERE (\"run\") <= (?1)");
  EXPECT_EQ(delete_sql(kActions, {}), "DELETE FROM \"actions\"");
}

TEST(TableSql, refuses_what_is_no_table) {
  const std::string hint = "\nthis is a bug of mailcomb; report it";
  EXPECT_EQ(refusal({"a b", 1, {{"id", kI64}}}),
            "2 bad-table: table 'a b' has a name that is not [a-z_]+" + hint);
  EXPECT_EQ(refusal({"", 1, {{"id", kI64}}}),
            "2 bad-table: table '' has a name that is not [a-z_]+" + hint);
  EXPECT_EQ(refusal({"sqlite_a", 1, {{"id", kI64}}}),
            "2 bad-table: table 'sqlite_a' has a name that SQLite keeps for itself" + hint);
  EXPECT_EQ(refusal({"a", 0, {{"id", kI64}}}),
            "2 bad-table: table 'a' has no key among its columns" + hint);
  EXPECT_EQ(refusal({"a", 2, {{"id", kI64}}}),
            "2 bad-table: table 'a' has no key among its columns" + hint);
  EXPECT_EQ(refusal({"a", 1, {{"id\"", kI64}}}),
            "2 bad-table: table 'a' has a column whose name is not [a-z_]+" + hint);
  EXPECT_EQ(refusal({"a", 1, {{"id", kI64}, {"id", kText}}}),
            "2 bad-table: table 'a' has column 'id' twice" + hint);
  EXPECT_EQ(refusal({"a", 1, {{"id", MAILCOMB_COLUMN_U64}}}),
            "2 bad-table: table 'a' has column 'id' of unknown type" + hint);
  EXPECT_EQ(refusal({"leases", 1, {{"id", kI64}}}),
            "2 bad-table: table 'leases' is declared twice or the store's own" + hint);
}

}  // namespace
}  // namespace mailcomb::store_sqlite
