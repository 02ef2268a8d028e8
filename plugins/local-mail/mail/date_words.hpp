// SPDX-License-Identifier: Apache-2.0
// DateWords: the parts of a date text, taken one after the other; blanks and comments are passed
// over.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace mailcomb::local_mail {

// Each `take_…` that finds something else there answers empty; the date is then unreadable.
class DateWords {
 public:
  explicit DateWords(std::string_view text) : rest_(text) {}

  bool at_end();
  bool at_letter();
  bool at_zone();     // A letter or a sign.
  bool take(char c);  // True if it was there.
  std::optional<int> take_number(int digits_min, int digits_max);
  std::string_view take_word();
  std::optional<int> take_month();                  // Jan, Feb, …: 1, 2, …
  std::optional<int> take_year();                   // RFC 5322 section 4.3: 102 is 2002.
  std::optional<std::chrono::seconds> take_time();  // 1:02 and 01:02:03
  std::optional<std::chrono::minutes> take_zone();  // East of UTC.

 private:
  void skip_blanks();
  void skip_comment();

  std::string_view rest_;
};

}  // namespace mailcomb::local_mail
