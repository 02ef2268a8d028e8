// SPDX-License-Identifier: Apache-2.0
#include "mail/date.hpp"

#include <gtest/gtest.h>

namespace mailcomb::local_mail {
namespace {

constexpr std::int64_t kSecond = 1000, kHour = 3600 * kSecond;
constexpr std::int64_t kAugust22 = 1029974400 * kSecond;  // 2002-08-22T00:00:00Z

std::int64_t ms(std::optional<Instant> date) {
  return date ? date->time_since_epoch().count() : -1;
}
std::int64_t date(std::string_view text) { return ms(parse_date(text)); }
std::int64_t from_line(std::string_view line) { return ms(parse_from_line_date(line)); }

TEST(ParseDate, reads_the_usual_form) {
  EXPECT_EQ(date("Thu, 22 Aug 2002 12:00:01 +0200"), kAugust22 + 10 * kHour + kSecond);
  EXPECT_EQ(date("Thu, 22 Aug 2002 12:00:00 -0230"), kAugust22 + 14 * kHour + kHour / 2);
}

TEST(ParseDate, does_without_weekday_seconds_and_zone) {
  EXPECT_EQ(date("22 Aug 2002 12:00 +0000"), kAugust22 + 12 * kHour);
  EXPECT_EQ(date("22 Aug 2002 12:00:00"), kAugust22 + 12 * kHour);
  EXPECT_EQ(date("Mon, 22 Aug 2002 0:00"), kAugust22);
  EXPECT_EQ(date("thu 22 AUG 2002 00:00 gmt"), kAugust22);
}

TEST(ParseDate, reads_old_years) {
  EXPECT_EQ(date("22 Aug 02 00:00 GMT"), kAugust22);
  EXPECT_EQ(date("22 Aug 102 00:00 GMT"), kAugust22);
  EXPECT_EQ(date("1 Jan 70 00:00 GMT"), 0);
  EXPECT_EQ(date("1 Jan 49 00:00 GMT"), 2493072000 * kSecond);
  EXPECT_EQ(date("1 Jan 50 00:00 GMT"), -631152000 * kSecond);
}

TEST(ParseDate, reads_named_zones) {
  for (const char* zone : {"GMT", "UT", "Z", "A", "-0000", "XYZ"})
    EXPECT_EQ(date("22 Aug 2002 00:00 " + std::string(zone)), kAugust22) << zone;
  EXPECT_EQ(date("22 Aug 2002 00:00 EST"), kAugust22 + 5 * kHour);
  EXPECT_EQ(date("22 Aug 2002 00:00 pdt"), kAugust22 + 7 * kHour);
  EXPECT_EQ(date("22 Aug 2002 00:00 Eastern Daylight Time"), kAugust22);
}

TEST(ParseDate, passes_over_comments_and_folds) {
  EXPECT_EQ(date(" (a (b\\)) c) Thu,\r\n\t22 (x) Aug 2002 00:00:00 +0000 (UTC)"), kAugust22);
  EXPECT_EQ(date("22 Aug 2002 00:00:00 (no zone)"), kAugust22);
  EXPECT_EQ(date("22 Aug 2002 00:00:00 (never ends"), kAugust22);
}

TEST(ParseDate, counts_leap_days_and_seconds) {
  EXPECT_EQ(date("29 Feb 2000 00:00 GMT"), 951782400 * kSecond);
  EXPECT_EQ(date("31 Dec 1998 23:59:60 GMT"), 915148800 * kSecond);
}

TEST(ParseDate, refuses_what_is_out_of_range) {
  for (const char* text : {"",
                           "x",
                           "Thu",
                           "Thu, ",
                           "22",
                           "22 Aug",
                           "22 Aug 2002",
                           "22 Aug 2002 12",
                           "0 Aug 2002 00:00",
                           "32 Aug 2002 00:00",
                           "31 Jun 2002 00:00",
                           "29 Feb 2002 00:00",
                           "22 Foo 2002 00:00",
                           "22 Augu 2002 00:00",
                           "22 Aug 2 00:00",
                           "22 Aug 0102 00:00",
                           "22 Aug 20021 00:00",
                           "22 Aug 2002 24:00",
                           "22 Aug 2002 00:60",
                           "22 Aug 2002 00:00:61",
                           "22 Aug 2002 00:00:00:",
                           "22 Aug 2002 00:00 +2400",
                           "22 Aug 2002 00:00 +0060",
                           "22 Aug 2002 00:00 +100",
                           "22 Aug 2002 00:00 +01000",
                           "22 Aug 2002 00:00 \"x\"",
                           "Aug 22 2002 00:00",
                           "2002-08-22T00:00:00Z",
                           "99999999999999999999 Aug 2002 00:00"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(ParseDate, can_be_cut_at_every_byte) {
  const std::string text = "Thu, 22 Aug 2002 12:00:01 +0200 (CEST)";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const auto part = parse_date(std::string_view(text).substr(0, size));
    EXPECT_TRUE(!part || size > 20) << size;
  }
}

TEST(ParseFromLineDate, reads_asctime) {
  EXPECT_EQ(from_line("From a@b.example  Thu Aug 22 12:00:00 2002"), kAugust22 + 12 * kHour);
  EXPECT_EQ(from_line("From a b Thu Aug 22 12:00 2002"), kAugust22 + 12 * kHour);
  EXPECT_EQ(from_line("From \"Thu Aug\"@b Thu Aug 22 00:00:00 2002"), kAugust22);
}

TEST(ParseFromLineDate, reads_zones_on_both_sides_of_the_year) {
  EXPECT_EQ(from_line("From - Thu Aug 22 00:00:00 EDT 2002"), kAugust22 + 4 * kHour);
  EXPECT_EQ(from_line("From - Thu Aug 22 00:00:00 2002 +0100"), kAugust22 - kHour);
  EXPECT_EQ(from_line("From 1@xxx Thu Aug 22 00:00:00 +0100 2002"), kAugust22 - kHour);
}

TEST(ParseFromLineDate, refuses_the_rest) {
  for (const char* line : {"", "From ", "From a@b", "From a@b Thu Aug 22 2002",
                           "From a@b Thu Aug 32 00:00:00 2002", "From a@b Thu, 22 Aug 2002 00:00"})
    EXPECT_FALSE(parse_from_line_date(line)) << line;
  EXPECT_FALSE(parse_from_line_date("From " + std::string(1 << 20, '(')));
}

}  // namespace
}  // namespace mailcomb::local_mail
