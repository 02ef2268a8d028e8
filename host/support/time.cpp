// SPDX-License-Identifier: Apache-2.0
#include "support/time.hpp"

#include <fmt/format.h>

namespace mailcomb {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

// Takes what it understands off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return ok_ && rest_.empty(); }
  bool ok() const { return ok_; }
  bool accept(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) { ok_ = accept(c) && ok_; }
  int digits(std::size_t count) {
    if (rest_.size() < count) return fail();
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  milliseconds fraction() {
    int ms = 0;
    int scale = 100;
    std::size_t count = 0;
    while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
      ms += scale * (rest_[count++] - '0');
      scale /= 10;
    }
    if (count == 0) fail();
    rest_.remove_prefix(count);
    return milliseconds(ms);
  }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }
  std::string_view rest_;
  bool ok_ = true;
};

std::optional<Time> scan_date(Scanner& scan) {
  const int year = scan.digits(4);
  scan.expect('-');
  const int month = scan.digits(2);
  scan.expect('-');
  const int day = scan.digits(2);
  const auto date = std::chrono::year(year) / month / day;
  if (!scan.ok() || !date.ok()) return {};
  return Time(std::chrono::sys_days(date));
}

std::optional<milliseconds> scan_time(Scanner& scan) {
  const int hour = scan.digits(2);
  scan.expect(':');
  const int minute = scan.digits(2);
  scan.expect(':');
  const int second = scan.digits(2);
  const auto fraction = scan.accept('.') ? scan.fraction() : milliseconds(0);
  if (!scan.ok() || hour > 23 || minute > 59 || second > 60) return {};
  return hours(hour) + minutes(minute) + seconds(second) + fraction;
}

std::optional<milliseconds> scan_offset(Scanner& scan) {
  if (scan.accept('Z') || scan.accept('z')) return milliseconds(0);
  const bool west = scan.accept('-');
  if (!west) scan.expect('+');
  const int hour = scan.digits(2);
  scan.expect(':');
  const int minute = scan.digits(2);
  if (!scan.ok() || hour > 23 || minute > 59) return {};
  const milliseconds offset = hours(hour) + minutes(minute);
  return west ? -offset : offset;
}

}  // namespace

std::string to_rfc3339(Time time) {
  const auto day = floor<days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  auto text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                          static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                          clock.hours().count(), clock.minutes().count(), clock.seconds().count());
  if (const auto ms = clock.subseconds().count(); ms != 0) text += fmt::format(".{:03}", ms);
  return text + "Z";
}

std::optional<Time> parse_rfc3339(std::string_view text) {
  Scanner scan(text);
  const auto date = scan_date(scan);
  if (!date || scan.done()) return date;
  if (!scan.accept('T') && !scan.accept('t')) scan.expect(' ');
  const auto clock = scan_time(scan);
  const auto offset = scan_offset(scan);
  if (!clock || !offset || !scan.done()) return {};
  return *date + *clock - *offset;
}

}  // namespace mailcomb
