// SPDX-License-Identifier: Apache-2.0
#include "plugin/value_bytes.hpp"

#include <gtest/gtest.h>

namespace mailcomb::plugin {
namespace {

using sdk::Value;

Value sample() {
  return Value::map({{"null", {}},
                     {"yes", true},
                     {"days", 30},
                     {"share", 0.25},
                     {"path", "cur/1:2,S"},
                     {"raw", Value::bytes(std::string("\0\xFF", 2))},
                     {"list", Value::list({1, "two", Value::map({{"three", 3}})})}});
}

TEST(ValueBytes, come_back_as_the_same_value) {
  EXPECT_EQ(value_from_bytes(value_to_bytes(sample())), sample());
  EXPECT_EQ(value_from_bytes(value_to_bytes(Value())), Value());
}

TEST(ValueBytes, are_read_at_any_alignment) {
  const std::string shifted = "x" + value_to_bytes(sample());
  EXPECT_EQ(value_from_bytes(std::string_view(shifted).substr(1)), sample());
}

TEST(ValueBytes, cut_anywhere_are_no_value) {
  const std::string bytes = value_to_bytes(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(value_from_bytes(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(value_from_bytes(bytes + "x"));
}

TEST(ValueBytes, with_any_byte_changed_are_read_without_harm) {
  const std::string bytes = value_to_bytes(sample());
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const unsigned char flip : {0x01, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      const auto read = value_from_bytes(damaged);
      EXPECT_TRUE(!read || read->members().size() <= bytes.size());
    }
}

TEST(ValueBytes, knows_text_that_is_not_utf8) {
  EXPECT_TRUE(is_utf8(sample()));
  EXPECT_FALSE(is_utf8(Value::list({Value("\xFF")})));
  EXPECT_FALSE(is_utf8(Value::map({{"\xFF", 1}})));
}

}  // namespace
}  // namespace mailcomb::plugin
