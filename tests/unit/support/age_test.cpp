// SPDX-License-Identifier: Apache-2.0
#include "support/age.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* kForms =
    "write numbers with y, mo, w, d, h, min, s or ms, the larger ones first: 90d, or 89d 23h 59min";

TEST(Age, has_parts_down_to_the_millisecond) {
  EXPECT_EQ(parse_age("90d"), milliseconds(days(90)));
  EXPECT_EQ(parse_age("0s"), milliseconds(0));
  EXPECT_EQ(parse_age("1y1mo1w1d"), milliseconds(days(365 + 30 + 7 + 1)));
  EXPECT_EQ(parse_age("89d 23h 59min 59s 999ms"), milliseconds(days(90)) - milliseconds(1));
  EXPECT_EQ(parse_age("2h5s"), milliseconds(hours(2)) + seconds(5));
  EXPECT_EQ(parse_age("1000y"), milliseconds(days(365'000)));
}

TEST(Age, below_zero_lies_ahead) {
  EXPECT_EQ(parse_age("-1s"), milliseconds(-1000));
  EXPECT_EQ(parse_age("-1d 1min"), -(milliseconds(days(1)) + minutes(1)));
}

TEST(Age, refusals_say_what_to_write) {
  const auto refused = [](std::string_view text) {
    const auto age = parse_age(text);
    return age ? std::string() : age.error().message + "; " + age.error().hint;
  };
  EXPECT_EQ(refused("3m"), "'3m' could mean minutes or months; write min or mo");
  EXPECT_EQ(refused("1000y 1ms"), std::string("'1000y 1ms' is more than 1000 years; ") + kForms);
  EXPECT_EQ(refused("99999999999999999999d"),
            std::string("'99999999999999999999d' is more than 1000 years; ") + kForms);
  for (const std::string text :
       {"", "-", "90", "d", "1h 2d", "1d 1d", "1.5d", "1 d", "soon", "--1d"})
    EXPECT_EQ(refused(text), "'" + text + "' is not an age; " + kForms);
}

}  // namespace
}  // namespace mailcomb
