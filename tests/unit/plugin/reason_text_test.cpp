// SPDX-License-Identifier: Apache-2.0
#include "plugin/reason_text.hpp"

#include <gtest/gtest.h>

#include "mailcomb/verdict.hpp"

namespace mailcomb::plugin {
namespace {

TEST(ReasonText, is_the_template_where_nothing_is_to_fill) {
  EXPECT_EQ(reason_text("too old", 7), "too old");
  EXPECT_EQ(reason_text("odd {braces} {", 7), "odd {braces} {");
  EXPECT_EQ(reason_text("", 7), "");
}

TEST(ReasonText, holds_one_number) {
  EXPECT_EQ(reason_text("only {} bytes", -3), "only -3 bytes");
  EXPECT_EQ(reason_text("{}{}", 1), "11");
}

TEST(ReasonText, or_two) {
  const auto two = sdk::both(2, 14);
  EXPECT_EQ(reason_text("number {high} of {low}", two), "number 2 of 14");
  EXPECT_EQ(reason_text("{high:th} newest of {low}", two), "2nd newest of 14");
  EXPECT_EQ(reason_text("{high} {low}", sdk::both(4'294'967'295U, 0)), "4294967295 0");
}

TEST(ReasonText, counts_in_english) {
  std::string text;
  for (const std::uint32_t number : {0, 1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 101, 111, 1012})
    text += reason_text("{low:th} ", number);
  EXPECT_EQ(text, "0th 1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 101st 111th 1012th ");
}

}  // namespace
}  // namespace mailcomb::plugin
