// SPDX-License-Identifier: Apache-2.0
#include "support/utf8.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

TEST(Utf8, takes_every_form_that_rfc_3629_allows) {
  EXPECT_EQ(find_invalid_utf8(
                "a\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
            std::nullopt);
}

TEST(Utf8, finds_what_is_cut_overlong_a_surrogate_or_too_large) {
  for (const std::string_view bad :
       {"\x80", "\xC3", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xFF"})
    EXPECT_EQ(find_invalid_utf8("a" + std::string(bad)), 1u) << bad;
}

TEST(Utf8, finds_control_characters) {
  using namespace std::string_view_literals;
  EXPECT_EQ(find_control("a\tb\r\nc\xC3\xA4"), std::nullopt);
  EXPECT_EQ(find_control("a\0b"sv), 1u);
  EXPECT_EQ(find_control("\x1B[2J"), 0u);
  EXPECT_EQ(find_control("\x7F"), 0u);
  EXPECT_EQ(find_control("ab\xC2\x9B"), 2u);
}

TEST(Utf8, counts_characters) {
  EXPECT_EQ(count_characters("äö€"), 3u);
  EXPECT_EQ(byte_of_character("äö€x", 3), 7u);
  EXPECT_EQ(byte_of_character("äö", 9), 4u);
}

}  // namespace
}  // namespace mailcomb
