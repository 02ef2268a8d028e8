// SPDX-License-Identifier: Apache-2.0
#include "app/report/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <clocale>

#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

Table table() {
  std::setlocale(LC_CTYPE, "C.UTF-8");  // As the program does, for the width of characters.
  Table table({{"a-long-heading"}, {"x"}, {"count", Align::kRight}});
  table.add({"a name that is rather long", "b", "1,234,567"});
  table.add({"\u5bbf\u984c\u306e\u4ef6\u540d", "c\x1b[31m", "8"});
  return table;
}

std::size_t widest(const std::string& text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    columns = std::max(columns, width_of(text.substr(at, end - at)));
    at = end + 1;
  }
  return columns;
}

TEST(TableText, is_as_wide_as_it_needs_where_there_is_room) {
  EXPECT_EQ(table().text(200),
            "a-long-heading              x           count\n"
            "a name that is rather long  b       1,234,567\n"
            "\u5bbf\u984c\u306e\u4ef6\u540d                  c\uFFFD[31m          8\n");
}

TEST(TableText, cuts_the_longest_texts_and_no_number) {
  EXPECT_EQ(table().text(36),
            "a-long-heading     x           count\n"
            "a name that is r\u2026  b       1,234,567\n"
            "\u5bbf\u984c\u306e\u4ef6\u540d         c\uFFFD[31m          8\n");
  EXPECT_EQ(widest(table().text(30)), 30u);
}

TEST(TableText, is_wider_than_the_terminal_rather_than_unreadable) {
  EXPECT_EQ(widest(table().text(3)), 8u + 2 + 6 + 2 + 9);
}

TEST(TableText, is_whole_in_csv) {
  EXPECT_NE(table().csv().find("a name that is rather long"), std::string::npos);
}

}  // namespace
}  // namespace mailcomb::app
