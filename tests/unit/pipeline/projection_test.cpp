// SPDX-License-Identifier: Apache-2.0
#include "pipeline/projection.hpp"

#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::pipeline {
namespace {

using testing::MessageTable;

std::vector<std::string> names(const plugin::Batch& batch) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < batch.abi().column_count; ++i)
    names.emplace_back(
        sdk::view(mailcomb_batch_name(&batch.abi(), mailcomb_batch_column_at(&batch.abi(), i))));
  return names;
}

class ProjectionTest : public ::testing::Test {
 protected:
  ProjectionTest() {
    table_.add("m1").subject("one");
    table_.add("m2").subject("two").from("Ann <a@x>").from("b@y").label("A").unread().size(7);
    table_.add("m3").unknown("subject").unknown("from").unknown("labels").unknown("flags");
  }
  plugin::Batch project(std::vector<std::string> columns, const std::vector<std::uint32_t>& rows,
                        std::vector<NamedFilter> filters = {}) {
    return Projection(std::move(columns), std::move(filters)).project(table_.batch(40), rows);
  }
  MessageTable table_;
};

// What a rule type names by its ordinal is one of the rows that it saw.
TEST_F(ProjectionTest, counts_the_rows_that_it_shows) {
  Projection projection({"subject"}, {});
  EXPECT_EQ(projection.project(table_.batch(40), {1, 2}).first_ordinal(), 0u);
  EXPECT_EQ(projection.project(table_.batch(43), {0}).first_ordinal(), 2u);
  EXPECT_EQ(projection.project(table_.batch(46), {2}).first_ordinal(), 3u);
}

TEST_F(ProjectionTest, shows_the_declared_columns_of_the_candidates) {
  const auto batch = project({"subject", "from", "labels", "flags", "size_bytes"}, {1, 2});
  EXPECT_EQ(names(batch),
            (std::vector<std::string>{"subject", "from", "labels", "flags", "size_bytes"}));
  ASSERT_EQ(batch.row_count(), 2u);
  const auto row = batch.row(0);
  EXPECT_EQ(row.text("subject"), "two");
  ASSERT_EQ(row.addresses("from")->size(), 2u);
  EXPECT_EQ(row.addresses("from")->address(0).name, "Ann");
  EXPECT_EQ(row.addresses("from")->address(1).address, "b@y");
  EXPECT_EQ(row.texts("labels")->text(0), "A");
  EXPECT_EQ(row.bits("flags"), MAILCOMB_FLAG_UNREAD);
  EXPECT_EQ(row.integer("size_bytes"), 7);
}

TEST_F(ProjectionTest, keeps_null_apart_from_empty) {
  const auto batch = project({"subject", "from", "labels", "flags"}, {0, 2});
  EXPECT_TRUE(batch.row(0).addresses("from")->empty());
  EXPECT_FALSE(batch.row(1).addresses("from"));
  EXPECT_FALSE(batch.row(1).texts("labels"));
  EXPECT_FALSE(batch.row(1).text("subject"));
  EXPECT_FALSE(batch.row(1).bits("flags"));
}

TEST_F(ProjectionTest, leaves_out_what_the_provider_lacks) {
  table_.without("labels");
  EXPECT_EQ(names(project({"labels", "id"}, {0})), std::vector<std::string>{"id"});
}

TEST_F(ProjectionTest, shows_nothing_without_rows) {
  EXPECT_EQ(project({"id"}, {}).row_count(), 0u);
}

TEST_F(ProjectionTest, shows_the_values_of_registered_filters) {
  std::vector<NamedFilter> filters;
  filters.push_back({"two", filter::Evaluator(testing::subject_has("two"))});
  const auto batch = project({"id"}, {0, 1, 2}, std::move(filters));
  EXPECT_EQ(names(batch), (std::vector<std::string>{"id", "filter:two"}));
  EXPECT_EQ(batch.row(0).integer("filter:two"), 0);
  EXPECT_EQ(batch.row(1).integer("filter:two"), 1);
  EXPECT_FALSE(batch.row(2).integer("filter:two"));
}

}  // namespace
}  // namespace mailcomb::pipeline
