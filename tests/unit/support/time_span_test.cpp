// SPDX-License-Identifier: Apache-2.0
#include "support/time_span.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

TEST(TimeSpan, is_a_number_and_a_unit) {
  EXPECT_EQ(parse_time_span("90s").value(), std::chrono::seconds(90));
  EXPECT_EQ(parse_time_span("25m").value(), std::chrono::minutes(25));
  EXPECT_EQ(parse_time_span("168h").value(), kTimeSpanMax);
  EXPECT_EQ(to_text(std::chrono::seconds(1500)), "25m");
  EXPECT_EQ(to_text(std::chrono::seconds(7200)), "2h");
  EXPECT_EQ(to_text(std::chrono::seconds(61)), "61s");
}

TEST(TimeSpan, is_nothing_else) {
  for (const char* text : {"", "25", "m", "25 m", "25M", "1.5h", "1d", "25min", "+5m"})
    EXPECT_EQ(parse_time_span(text).error().message, "'" + std::string(text) + "' is no time span");
  EXPECT_EQ(parse_time_span("0s").error().message, "'0s' is no time at all");
  EXPECT_EQ(parse_time_span("-5m").error().message, "'-5m' is no time at all");
  for (const char* text : {"169h", "99999999999999999999h", "9223372036854775807h"})
    EXPECT_EQ(parse_time_span(text).error().message,
              "'" + std::string(text) + "' is longer than 7 days");
}

}  // namespace
}  // namespace mailcomb
