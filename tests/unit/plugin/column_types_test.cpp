// SPDX-License-Identifier: Apache-2.0
#include "plugin/column_types.hpp"

#include <gtest/gtest.h>

#include "mailcomb/abi/column.h"
#include "support/in_process.hpp"

namespace mailcomb::plugin {
namespace {

TEST(ColumnTypes, knows_the_columns_of_the_abi) {
  EXPECT_EQ(column_type("id"), MAILCOMB_COLUMN_UTF8);
  EXPECT_EQ(column_type("received_at"), MAILCOMB_COLUMN_I64);
  EXPECT_EQ(column_type("flags"), MAILCOMB_COLUMN_U64);
  EXPECT_EQ(column_type("from"), MAILCOMB_COLUMN_ADDRESSES);
  EXPECT_EQ(column_type("labels"), MAILCOMB_COLUMN_UTF8_LIST);
  EXPECT_EQ(column_type("header:list-id"), MAILCOMB_COLUMN_UTF8_LIST);
  EXPECT_EQ(column_type("filter:bulk"), MAILCOMB_COLUMN_I64);
  EXPECT_EQ(column_type("attachments"), MAILCOMB_COLUMN_I64);
  EXPECT_EQ(column_type("restore"), MAILCOMB_COLUMN_VALUE);
}

TEST(ColumnTypes, knows_no_others) {
  for (const char* name : {"", "Id", "body", "header:", "header:List-Id", "filter:"})
    EXPECT_EQ(column_type(name), std::nullopt) << name;
}

TEST(ColumnTypes, of_many_names_names_the_wrong_one) {
  EXPECT_EQ(
      column_specs({"id", "flags"}).value(),
      (std::vector<ColumnSpec>{{"id", MAILCOMB_COLUMN_UTF8}, {"flags", MAILCOMB_COLUMN_U64}}));
  EXPECT_EQ(testing::error_text(column_specs({"id", "body"})), "there is no column 'body'\n");
}

}  // namespace
}  // namespace mailcomb::plugin
