// SPDX-License-Identifier: Apache-2.0
#include "support/size.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mailcomb {
namespace {

constexpr const char* kForms =
    "write a whole number and B, kB, MB, GB, KiB, MiB or GiB: 500B, 10kB, 5MiB (1kB is 1000 bytes, "
    "1KiB is 1024)";

TEST(Size, has_decimal_and_binary_units) {
  EXPECT_EQ(parse_size("1B"), 1);
  EXPECT_EQ(parse_size("10kB"), 10'000);
  EXPECT_EQ(parse_size("3MB"), 3'000'000);
  EXPECT_EQ(parse_size("2GB"), 2'000'000'000);
  EXPECT_EQ(parse_size("10KiB"), 10'240);
  EXPECT_EQ(parse_size("5MiB"), 5'242'880);
  EXPECT_EQ(parse_size("1024GiB"), kSizeBytesMax);
}

struct Refusal {
  std::string text, message, hint;
};

class RefusedSize : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedSize, says_what_to_write) {
  const auto parsed = parse_size(GetParam().text);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, GetParam().message);
  EXPECT_EQ(parsed.error().hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Size, RefusedSize,
    ::testing::Values(
        Refusal{"1M", "'1M' could count in thousands or in steps of 1024", "write '1MB' or '1MiB'"},
        Refusal{"20k", "'20k' could count in thousands or in steps of 1024",
                "write '20kB' or '20KiB'"},
        Refusal{"20 KB", "'20 KB' could count in thousands or in steps of 1024",
                "write '20kB' or '20KiB'"},
        Refusal{"2G", "'2G' could count in thousands or in steps of 1024", "write '2GB' or '2GiB'"},
        Refusal{"5000", "'5000' has no unit", "for bytes write '5000B'"},
        Refusal{"5 MiB", "'5 MiB' is not a size", "did you mean '5MiB'?"},
        Refusal{"5mib", "'5mib' is not a size", "did you mean '5MiB'?"},
        Refusal{"5Mb", "'5Mb' is not a size", "did you mean '5MB'?"},
        Refusal{"7b", "'7b' is not a size", "did you mean '7B'?"},
        Refusal{"1.5MB", "'1.5MB' is not a whole number", kForms},
        Refusal{"1,5MB", "'1,5MB' is not a whole number", kForms},
        Refusal{"-5MB", "'-5MB' is not a size", kForms},
        Refusal{"5TB", "'5TB' is not a size", kForms},
        Refusal{"big", "'big' is not a size", kForms}, Refusal{"", "'' is not a size", kForms},
        Refusal{"0B", "'0B' is no size", "the smallest size is '1B'"},
        Refusal{"1025GiB", "'1025GiB' is larger than 1024GiB", kForms},
        Refusal{"99999999999999999999B", "'99999999999999999999B' is larger than 1024GiB",
                kForms}));

}  // namespace
}  // namespace mailcomb
