// SPDX-License-Identifier: Apache-2.0
#include "mail/date_words.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "mail/ascii.hpp"
#include "mail/header_block.hpp"

namespace mailcomb::local_mail {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct NamedZone {
  std::string_view name;
  int hours;
};

// RFC 5322 section 4.3; all others are to be taken as UTC.
constexpr NamedZone kZones[] = {{"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5},
                                {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};

minutes named_zone(std::string_view name) {
  for (const auto& zone : kZones)
    if (is_named(name, zone.name)) return hours(zone.hours);
  return minutes(0);
}

}  // namespace

void DateWords::skip_comment() {
  int depth = 0;
  std::size_t i = 0;
  for (; i < rest_.size(); ++i) {
    if (rest_[i] == '\\') {
      ++i;
    } else if (rest_[i] == '(') {
      ++depth;
    } else if (rest_[i] == ')' && --depth == 0) {
      ++i;
      break;
    }
  }
  rest_.remove_prefix(std::min(i, rest_.size()));
}

void DateWords::skip_blanks() {
  while (!rest_.empty()) {
    if (rest_.front() == '(') {
      skip_comment();
    } else if (is_space(rest_.front())) {
      rest_.remove_prefix(1);
    } else {
      return;
    }
  }
}

bool DateWords::at_end() {
  skip_blanks();
  return rest_.empty();
}

bool DateWords::at_letter() { return !at_end() && is_letter(rest_.front()); }

bool DateWords::at_zone() {
  return at_letter() || rest_.starts_with('+') || rest_.starts_with('-');
}

bool DateWords::take(char c) {
  if (at_end() || rest_.front() != c) return false;
  rest_.remove_prefix(1);
  return true;
}

std::optional<int> DateWords::take_number(int digits_min, int digits_max) {
  skip_blanks();
  int value = 0;
  int digits = 0;
  while (!rest_.empty() && is_digit(rest_.front())) {
    if (++digits > digits_max) return {};
    value = value * 10 + (rest_.front() - '0');
    rest_.remove_prefix(1);
  }
  if (digits < digits_min) return {};
  return value;
}

std::string_view DateWords::take_word() {
  skip_blanks();
  const auto end = std::ranges::find_if_not(rest_, is_letter);
  const auto word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
  rest_.remove_prefix(word.size());
  return word;
}

std::optional<int> DateWords::take_month() {
  const std::string_view word = take_word();
  const auto* found =
      std::ranges::find_if(kMonths, [&](auto month) { return is_named(word, month); });
  if (found == std::end(kMonths)) return {};
  return static_cast<int>(found - kMonths) + 1;
}

std::optional<int> DateWords::take_year() {
  skip_blanks();
  const std::size_t before = rest_.size();
  const auto year = take_number(2, 4);
  if (!year) return {};
  const std::size_t digits = before - rest_.size();
  if (digits == 2) return *year + (*year < 50 ? 2000 : 1900);
  if (digits == 3) return *year + 1900;
  if (*year < 1900) return {};
  return year;
}

std::optional<seconds> DateWords::take_time() {
  const auto hour = take_number(1, 2);
  const bool has_minute = take(':');
  const auto minute = take_number(1, 2);
  if (!hour || !has_minute || !minute) return {};
  const auto second = take(':') ? take_number(1, 2) : 0;
  // 60 is a leap second.
  if (!second || *hour > 23 || *minute > 59 || *second > 60) return {};
  return hours(*hour) + minutes(*minute) + seconds(*second);
}

std::optional<minutes> DateWords::take_zone() {
  if (at_end()) return minutes(0);
  if (is_letter(rest_.front())) return named_zone(take_word());
  const bool is_west = rest_.front() == '-';
  if (!take('+') && !take('-')) return {};
  const auto digits = take_number(4, 4);
  if (!digits || *digits / 100 > 23 || *digits % 100 > 59) return {};
  const auto offset = hours(*digits / 100) + minutes(*digits % 100);
  return is_west ? -offset : offset;
}

}  // namespace mailcomb::local_mail
