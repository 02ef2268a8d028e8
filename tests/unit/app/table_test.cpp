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
  EXPECT_EQ(widest(table().text(35)), 35u);
}

TEST(TableText, takes_several_lines_rather_than_be_unreadable) {
  Table wide({Table::key("run"),
              {"policy"},
              {"mailbox"},
              {"planned", Align::kRight},
              {"done", Align::kRight}});
  wide.add(
      {"20261122T222101603-0c9f1e", "conservative-one", "maildir:/home/me/Mail", "1,234", "1"});
  wide.add({"20261122T222101603-0c9f1f", "tidy", "maildir:/home/me/Other", "5", "10"});
  EXPECT_EQ(wide.text(60),
            "run                        policy\n"
            "  mailbox\n"
            "  planned  done\n"
            "20261122T222101603-0c9f1e  conservative-one\n"
            "  maildir:/home/me/Mail\n"
            "    1,234     1\n"
            "20261122T222101603-0c9f1f  tidy\n"
            "  maildir:/home/me/Other\n"
            "        5    10\n");
}

TEST(TableText, never_cuts_what_people_copy) {
  Table ids({Table::key("message_id"), {"outcome"}});
  ids.add({std::string(100, 'x'), "done"});
  EXPECT_EQ(ids.text(20), "message_id\n  outcome\n" + std::string(100, 'x') + "\n  done\n");
}

TEST(TableText, is_whole_in_csv) {
  EXPECT_NE(table().csv().find("a name that is rather long"), std::string::npos);
}

}  // namespace
}  // namespace mailcomb::app
