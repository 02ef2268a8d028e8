// SPDX-License-Identifier: Apache-2.0
#include "support/duration.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

using std::chrono::days;

constexpr const char* kForms =
    "write a whole number and d, w, mo or y: 30d, 12w, 6mo, 1y (a month is 30 days, a year 365)";

TEST(Duration, has_days_weeks_months_and_years) {
  EXPECT_EQ(parse_duration("1d"), days(1));
  EXPECT_EQ(parse_duration("30d"), days(30));
  EXPECT_EQ(parse_duration("12w"), days(84));
  EXPECT_EQ(parse_duration("6mo"), days(180));
  EXPECT_EQ(parse_duration("1y"), days(365));
  EXPECT_EQ(parse_duration("1000y"), days(365'000));
}

TEST(Duration, is_printed_in_days) { EXPECT_EQ(to_text(days(84)), "84d"); }

struct Refusal {
  std::string text, message, hint;
};

class RefusedDuration : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedDuration, says_what_to_write) {
  const auto parsed = parse_duration(GetParam().text);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, GetParam().message);
  EXPECT_EQ(parsed.error().hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Duration, RefusedDuration,
    ::testing::Values(Refusal{"1M", "'1M' could mean minutes or months", "for months write '1mo'"},
                      Refusal{"3m", "'3m' could mean minutes or months", "for months write '3mo'"},
                      Refusal{"30", "'30' is not a duration", "did you mean '30d'?"},
                      Refusal{"30 days", "'30 days' is not a duration", "did you mean '30d'?"},
                      Refusal{"30 d", "'30 d' is not a duration", "did you mean '30d'?"},
                      Refusal{"2 weeks", "'2 weeks' is not a duration", "did you mean '2w'?"},
                      Refusal{"2Y", "'2Y' is not a duration", "did you mean '2y'?"},
                      Refusal{"-3d", "'-3d' is negative",
                              "ages count from now into the past; did you mean '3d'?"},
                      Refusal{"1.5d", "'1.5d' is not a whole number", kForms},
                      Refusal{"12h", "'12h' is not a duration", kForms},
                      Refusal{"1y6mo", "'1y6mo' is not a duration", kForms},
                      Refusal{"soon", "'soon' is not a duration", kForms},
                      Refusal{"-", "'-' is not a duration", kForms},
                      Refusal{"", "'' is not a duration", kForms},
                      Refusal{"0d", "'0d' is no time at all", "the shortest duration is '1d'"},
                      Refusal{"1001y", "'1001y' is longer than 1000 years", kForms},
                      Refusal{"99999999999999999999d",
                              "'99999999999999999999d' is longer than 1000 years", kForms}));

}  // namespace
}  // namespace mailcomb
