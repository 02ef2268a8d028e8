// SPDX-License-Identifier: Apache-2.0
#include "analysis/list_id.hpp"

#include <gtest/gtest.h>

namespace mailcomb::analysis {
namespace {

TEST(ListId, is_what_stands_between_the_brackets) {
  EXPECT_EQ(list_id_of("<news.shop.example>"), "<news.shop.example>");
  EXPECT_EQ(list_id_of("Shop News <News.Shop.example> "), "<news.shop.example>");
  EXPECT_EQ(list_id_of("\"a <b> c\" <list.example>"), "<list.example>");
}

TEST(ListId, is_nothing_without_brackets_or_within_them) {
  for (const auto* field : {"", "news.shop.example", "<>", "news>", "<news", ">news<"})
    EXPECT_EQ(list_id_of(field), "") << field;
}

}  // namespace
}  // namespace mailcomb::analysis
