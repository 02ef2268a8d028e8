// SPDX-License-Identifier: Apache-2.0
#include "support/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/quote.hpp"

namespace mailcomb {
namespace {

constexpr std::string_view kForms =
    "write a whole number and d, w, mo or y: 30d, 12w, 6mo, 1y (a month is 30 days, a year 365)";

struct Unit {
  std::string_view name;
  int days;
};
constexpr std::array<Unit, 4> kUnits = {{{"d", 1}, {"w", 7}, {"mo", 30}, {"y", 365}}};

// What people write instead of a unit. `m` and `M` are not here: minutes or months, nobody knows.
struct Spelling {
  std::string_view text;
  std::string_view unit;
};
constexpr std::array<Spelling, 18> kSpellings = {{
    {"", "d"},
    {"D", "d"},
    {"day", "d"},
    {"days", "d"},
    {"Days", "d"},
    {"W", "w"},
    {"week", "w"},
    {"weeks", "w"},
    {"wk", "w"},
    {"Mo", "mo"},
    {"mon", "mo"},
    {"month", "mo"},
    {"months", "mo"},
    {"mos", "mo"},
    {"Y", "y"},
    {"yr", "y"},
    {"year", "y"},
    {"years", "y"},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

tl::unexpected<Error> refuse(std::string message, std::string hint) {
  return fail(Fault::kInvalid, std::move(message), std::move(hint));
}

std::string did_you_mean(std::string_view digits, std::string_view unit) {
  return "did you mean '" + std::string(digits) + std::string(unit) + "'?";
}

tl::unexpected<Error> refuse_unit(std::string_view text, std::string_view digits,
                                  std::string_view unit) {
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  if (unit == "m" || unit == "M")
    return refuse(in_quotes(text) + " could mean minutes or months",
                  "for months write '" + std::string(digits) + "mo'");
  for (const auto& spelling : kSpellings)
    if (spelling.text == unit)
      return refuse(in_quotes(text) + " is not a duration", did_you_mean(digits, spelling.unit));
  for (const auto& known : kUnits)
    if (known.name == unit)
      return refuse(in_quotes(text) + " is not a duration", did_you_mean(digits, known.name));
  return refuse(in_quotes(text) + " is not a duration", std::string(kForms));
}

tl::unexpected<Error> refuse_number(std::string_view text) {
  if (text.size() > 1 && text.front() == '-' && is_digit(text[1]))
    return refuse(
        in_quotes(text) + " is negative",
        "ages count from now into the past; did you mean " + in_quotes(text.substr(1)) + "?");
  return refuse(in_quotes(text) + " is not a duration", std::string(kForms));
}

tl::unexpected<Error> refuse_length(std::string_view text) {
  return refuse(in_quotes(text) + " is longer than 1000 years", std::string(kForms));
}

}  // namespace

Result<std::chrono::days> parse_duration(std::string_view text) {
  const auto digits =
      text.substr(0, std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  const auto unit = text.substr(digits.size());
  if (digits.empty()) return refuse_number(text);
  if (unit.starts_with('.') || unit.starts_with(','))
    return refuse(in_quotes(text) + " is not a whole number", std::string(kForms));
  const auto* known = std::find_if(kUnits.begin(), kUnits.end(),
                                   [&](const Unit& candidate) { return candidate.name == unit; });
  if (known == kUnits.end()) return refuse_unit(text, digits, unit);
  int count = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (read.ec != std::errc() || count > kDurationMax.count() / known->days)
    return refuse_length(text);
  if (count == 0)
    return refuse(in_quotes(text) + " is no time at all", "the shortest duration is '1d'");
  return std::chrono::days(count * known->days);
}

std::string to_text(std::chrono::days duration) { return std::to_string(duration.count()) + "d"; }

}  // namespace mailcomb
