// SPDX-License-Identifier: Apache-2.0
#include "support/numbers.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace mailcomb {
namespace {

TEST(Numbers, are_grouped_by_thousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(-999), "-999");
  EXPECT_EQ(grouped(-100000), "-100,000");
  EXPECT_EQ(grouped(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

TEST(Numbers, show_a_share_that_is_not_nothing) {
  EXPECT_EQ(percent_text(0), "0%");
  EXPECT_EQ(percent_text(0.0001), "0.1%");
  EXPECT_EQ(percent_text(0.4), "0.4%");
  EXPECT_EQ(percent_text(20), "20%");
  EXPECT_EQ(percent_text(21.66), "21.7%");
  EXPECT_EQ(percent_text(99.96), "100%");
}

TEST(Numbers, show_bytes_in_the_unit_that_fits) {
  EXPECT_EQ(bytes_text(0), "0 B");
  EXPECT_EQ(bytes_text(1023), "1023 B");
  EXPECT_EQ(bytes_text(1024), "1.0 KiB");
  EXPECT_EQ(bytes_text(3565158), "3.4 MiB");
  EXPECT_EQ(bytes_text(1024 * 1024 - 1), "1.0 MiB");
  EXPECT_EQ(bytes_text(std::int64_t{5} << 40), "5.0 TiB");
  EXPECT_EQ(bytes_text(std::int64_t{5} << 50), "5120.0 TiB");
}

}  // namespace
}  // namespace mailcomb
