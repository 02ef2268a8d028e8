// SPDX-License-Identifier: Apache-2.0
#include "mail/utf8.hpp"

#include <gtest/gtest.h>

namespace mailcomb::local_mail {
namespace {

TEST(Utf8, is_checked_strictly) {
  for (const char* text : {"", "a", "ä", "€", "😀", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf"})
    EXPECT_TRUE(is_utf8(text)) << text;
  for (const char* text :
       {"\x80", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
        "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xe2\x82", "\xc3\x28"})
    EXPECT_FALSE(is_utf8(text)) << text;
}

TEST(PercentEncoding, touches_only_what_it_must) {
  EXPECT_EQ(percent_encode("1038.a:2,S ä"), "1038.a:2,S ä");
  EXPECT_EQ(percent_encode("50%\xff"), "50%25%FF");
  EXPECT_EQ(percent_encode(std::string_view("a\0b", 3)), "a%00b");
}

TEST(PercentEncoding, is_reversible) {
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second), '%'};
      const std::string text = percent_encode(bytes);
      EXPECT_TRUE(is_utf8(text));
      EXPECT_EQ(percent_decode(text), bytes);
    }
}

TEST(PercentEncoding, decodes_only_what_it_encodes) {
  for (const char* text : {"%", "%2", "%4", "%41", "%2f", "%c3%bc", "%C3%BC", "%ZZ", "%-1", "\xff"})
    EXPECT_FALSE(percent_decode(text)) << text;
}

TEST(PercentEncoding, borrows_where_nothing_changes) {
  const std::string_view bytes = "plain";
  std::string scratch;
  EXPECT_EQ(percent_encode(bytes, scratch).data(), bytes.data());
  EXPECT_EQ(percent_encode("a%", scratch), "a%25");
  EXPECT_EQ(percent_encode("ä", scratch), "ä");
}

}  // namespace
}  // namespace mailcomb::local_mail
