// SPDX-License-Identifier: Apache-2.0
#include "plugin/utf8.hpp"

#include <gtest/gtest.h>

namespace mailcomb::plugin {
namespace {

std::string repaired(std::string_view text) {
  std::string to;
  append_utf8(to, text);
  return to;
}

TEST(Utf8, takes_characters_of_every_size) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("plain"));
  EXPECT_TRUE(is_utf8("ä € \xF0\x9F\x93\xAC"));
  EXPECT_TRUE(
      is_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));  // Around the surrogates; the last.
}

TEST(Utf8, refuses_what_RFC_3629_refuses) {
  for (const char* wrong : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                            "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5", "\xFF", "\xC3",
                            "\xE2\x82", "\xF0\x9F\x93", "\xC3(", "long enough for words \x80"})
    EXPECT_FALSE(is_utf8(wrong)) << wrong;
}

TEST(Utf8, finds_a_high_byte_anywhere) {
  for (std::size_t size = 1; size < 20; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      EXPECT_TRUE(is_ascii(text));
      text[at] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << at << " of " << size;
    }
}

TEST(Utf8, replaces_each_wrong_byte) {
  EXPECT_EQ(repaired("Gr\xFC\xDF"
                     "e"),
            "Gr\uFFFD\uFFFDe");
  EXPECT_EQ(repaired("ä\xE2\x82"), "ä\uFFFD\uFFFD");
  EXPECT_EQ(repaired("fine ä"), "fine ä");
}

TEST(Utf8, prints_on_one_line) { EXPECT_EQ(printable("a\nb\x1B[31m\x7F\xFF"), "a b [31m \uFFFD"); }

}  // namespace
}  // namespace mailcomb::plugin
