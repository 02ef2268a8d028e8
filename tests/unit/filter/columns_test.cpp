// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using ::testing::ElementsAre;
using testing::parsed;

TEST(ColumnsOf, names_what_each_predicate_reads) {
  EXPECT_THAT(columns_of(parsed("sender_domain: a.b")), ElementsAre("from"));
  EXPECT_THAT(columns_of(parsed("older_than: 3d")), ElementsAre("received_at"));
  EXPECT_THAT(columns_of(parsed("is: starred")), ElementsAre("flags"));
  EXPECT_THAT(columns_of(parsed("is: draft")), ElementsAre("flags", "location"));
  EXPECT_THAT(columns_of(parsed("has: user-label")), ElementsAre("labels", "location"));
  EXPECT_THAT(columns_of(parsed("category: social")), ElementsAre("category"));
  EXPECT_THAT(columns_of(parsed("importance: low")), ElementsAre("importance"));
  EXPECT_THAT(columns_of(parsed("larger_than: 1B")), ElementsAre("size_bytes"));
  EXPECT_THAT(columns_of(parsed("has: attachment")), ElementsAre("attachments"));
  EXPECT_THAT(columns_of(parsed("thread: t")), ElementsAre("thread"));
  EXPECT_THAT(columns_of(parsed("header: X-A")), ElementsAre("header:x-a"));
  EXPECT_THAT(columns_of(parsed("list_id: a")), ElementsAre("header:list-id"));
  EXPECT_THAT(columns_of(parsed("in: anywhere")), ElementsAre());
}

TEST(ColumnsOf, goes_through_the_whole_tree) {
  EXPECT_THAT(columns_of(parsed("any: [{to: a@b.c}, {not: {subject: x, cc: a@b.c}}]\nin: inbox")),
              ElementsAre("cc", "location", "subject", "to"));
}

}  // namespace
}  // namespace mailcomb::filter
