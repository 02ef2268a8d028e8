// SPDX-License-Identifier: Apache-2.0
#include "app/report/prose.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace mailcomb::app {
namespace {

TEST(Prose, is_broken_between_words_and_indented) {
  EXPECT_EQ(wrapped("one two three four\n", 9), "one two\n  three\n  four\n");
  EXPECT_EQ(wrapped("  one two three\nshort\n", 10), "  one two\n    three\nshort\n");
}

TEST(Prose, cuts_no_word) {
  EXPECT_EQ(wrapped("see /a/very/long/path now\n", 8), "see\n  /a/very/long/path\n  now\n");
  EXPECT_EQ(wrapped("unbreakable\n", 4), "unbreakable\n");
  EXPECT_EQ(wrapped("    unbreakable\n", 4), "    unbreakable\n");
}

TEST(Prose, counts_columns_not_bytes) {
  EXPECT_EQ(wrapped("\u00fc\u00fc\u00fc \u00fc\u00fc", 6), "\u00fc\u00fc\u00fc \u00fc\u00fc");
}

TEST(Prose, stays_as_it_is_where_there_is_room) {
  const std::string text = "one\n\n  two   three   \n";
  EXPECT_EQ(wrapped(text, 80), text);
  EXPECT_EQ(wrapped(text, std::numeric_limits<std::size_t>::max()), text);
  EXPECT_EQ(wrapped("", 1), "");
}

}  // namespace
}  // namespace mailcomb::app
