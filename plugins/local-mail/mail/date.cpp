// SPDX-License-Identifier: Apache-2.0
#include "mail/date.hpp"

#include "mail/ascii.hpp"
#include "mail/date_words.hpp"

namespace mailcomb::local_mail {
namespace {

std::optional<Instant> make_instant(std::optional<int> year, std::optional<int> month,
                                    std::optional<int> day,
                                    std::optional<std::chrono::seconds> time,
                                    std::optional<std::chrono::minutes> zone) {
  if (!year || !month || !day || !time || !zone) return {};
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  return std::chrono::sys_days(date) + *time - *zone;
}

std::optional<Instant> parse_asctime(std::string_view text) {
  DateWords words(text);
  if (!words.at_letter()) return {};
  words.take_word();
  const auto month = words.take_month();
  if (!month) return {};
  const auto day = words.take_number(1, 2);
  const auto time = words.take_time();
  const auto zone_before = words.at_zone() ? words.take_zone() : std::nullopt;
  const auto year = words.take_year();
  return make_instant(year, month, day, time, zone_before ? zone_before : words.take_zone());
}

}  // namespace

std::optional<Instant> parse_date(std::string_view text) {
  DateWords words(text);
  if (words.at_letter()) {
    words.take_word();
    words.take(',');
  }
  const auto day = words.take_number(1, 2);
  const auto month = words.take_month();
  const auto year = words.take_year();
  const auto time = words.take_time();
  return make_instant(year, month, day, time, words.take_zone());
}

std::optional<Instant> parse_from_line_date(std::string_view from_line) {
  // A sender may hold blanks, so the date is tried at every word; no line is longer (RFC
  // 5322 2.1.1).
  from_line = from_line.substr(0, 998);
  for (auto blank = from_line.find(' '); blank != from_line.npos;
       blank = from_line.find(' ', blank + 1)) {
    const auto rest = from_line.substr(blank + 1);
    if (rest.empty() || is_blank(rest.front())) continue;
    if (const auto date = parse_asctime(rest)) return date;
  }
  return {};
}

}  // namespace mailcomb::local_mail
