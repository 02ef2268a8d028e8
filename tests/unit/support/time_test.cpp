// SPDX-License-Identifier: Apache-2.0
#include "support/time.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

constexpr std::int64_t kDecember = 1038700800000;  // date -u -d 2002-12-01 +%s

TEST(Time, reads_every_form_of_one_instant) {
  for (const char* text :
       {"2002-12-01", "2002-12-01T00:00:00Z", "2002-12-01t00:00:00z", "2002-12-01 00:00:00Z",
        "2002-12-01T00:00:00.000Z", "2002-12-01T01:00:00+01:00", "2002-11-30T19:30:00-04:30",
        "2002-12-01T00:00:00.0009Z"})
    EXPECT_EQ(to_unix_ms(parse_rfc3339(text).value()), kDecember) << text;
}

TEST(Time, reads_fractions_leap_days_and_leap_seconds) {
  EXPECT_EQ(to_unix_ms(*parse_rfc3339("2002-12-01T00:00:00.5Z")), kDecember + 500);
  EXPECT_EQ(to_unix_ms(*parse_rfc3339("2002-12-01T00:00:00.123456Z")), kDecember + 123);
  EXPECT_EQ(to_rfc3339(*parse_rfc3339("2000-02-29")), "2000-02-29T00:00:00Z");
  EXPECT_EQ(parse_rfc3339("1998-12-31T23:59:60Z"), parse_rfc3339("1999-01-01"));
}

TEST(Time, refuses_what_is_none) {
  for (const char* text : {"",
                           "2002",
                           "2002-12",
                           "02-12-01",
                           "2002-13-01",
                           "2002-02-29",
                           "2002-12-01T",
                           "2002-12-01Z",
                           "2002-12-01T00:00Z",
                           "2002-12-01T00:00:00",
                           "2002-12-01T24:00:00Z",
                           "2002-12-01T00:60:00Z",
                           "2002-12-01T00:00:61Z",
                           "2002-12-01T00:00:00.Z",
                           "2002-12-01T00:00:00+1:00",
                           "2002-12-01T00:00:00+24:00",
                           "2002-12-01T00:00:00Zx",
                           " 2002-12-01",
                           "2002-12-01 ",
                           "2002-12-0x"})
    EXPECT_FALSE(parse_rfc3339(text)) << text;
}

TEST(Time, is_written_with_milliseconds_only_if_there_are_any) {
  EXPECT_EQ(to_rfc3339(from_unix_ms(kDecember)), "2002-12-01T00:00:00Z");
  EXPECT_EQ(to_rfc3339(from_unix_ms(kDecember + 7)), "2002-12-01T00:00:00.007Z");
  EXPECT_EQ(to_rfc3339(from_unix_ms(-1)), "1969-12-31T23:59:59.999Z");
}

TEST(Time, comes_back_as_it_was_written) {
  for (const std::int64_t ms : {std::int64_t{0}, kDecember, kDecember + 999, std::int64_t{-1},
                                std::int64_t{253402300799999}})
    EXPECT_EQ(parse_rfc3339(to_rfc3339(from_unix_ms(ms))), from_unix_ms(ms)) << ms;
}

}  // namespace
}  // namespace mailcomb
