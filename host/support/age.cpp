// SPDX-License-Identifier: Apache-2.0
#include "support/age.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/duration.hpp"
#include "support/quote.hpp"

namespace mailcomb {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;

constexpr const char* kForms =
    "write numbers with y, mo, w, d, h, min, s or ms, the larger ones first: 90d, or 89d 23h 59min";

struct Unit {
  std::string_view name;
  milliseconds size;
};
constexpr std::array<Unit, 8> kUnits = {{{"y", days(365)},
                                         {"mo", days(30)},
                                         {"w", days(7)},
                                         {"d", days(1)},
                                         {"h", std::chrono::hours(1)},
                                         {"min", std::chrono::minutes(1)},
                                         {"s", std::chrono::seconds(1)},
                                         {"ms", milliseconds(1)}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes what fits away from the front.
template <class Fits>
std::string_view take(std::string_view& text, Fits fits) {
  const auto end = std::find_if_not(text.begin(), text.end(), fits) - text.begin();
  const auto taken = text.substr(0, static_cast<std::size_t>(end));
  text.remove_prefix(taken.size());
  return taken;
}

tl::unexpected<Error> refuse(std::string_view text, const std::string& why, std::string hint) {
  return fail(Fault::kInvalid, in_quotes(text) + " " + why, std::move(hint));
}

tl::unexpected<Error> refuse_unit(std::string_view text, std::string_view unit) {
  if (unit == "m" || unit == "M")
    return refuse(text, "could mean minutes or months", "write min or mo");
  return refuse(text, "is not an age", kForms);
}

}  // namespace

Result<milliseconds> parse_age(std::string_view text) {
  auto rest = text;
  const bool is_ahead = rest.starts_with('-');
  if (is_ahead) rest.remove_prefix(1);
  if (rest.empty()) return refuse(text, "is not an age", kForms);
  milliseconds age{0};
  const auto* next = kUnits.begin();
  while (!rest.empty()) {
    const auto digits = take(rest, is_digit);
    const auto name = take(rest, is_letter);
    take(rest, [](char c) { return c == ' '; });
    if (digits.empty()) return refuse(text, "is not an age", kForms);
    const auto* unit = std::find_if(next, kUnits.end(),
                                    [&](const Unit& candidate) { return candidate.name == name; });
    if (unit == kUnits.end()) return refuse_unit(text, name);
    next = unit + 1;
    std::int64_t count = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const milliseconds left = milliseconds(kDurationMax) - age;
    if (read.ec != std::errc() || count > left / unit->size)
      return refuse(text, "is more than 1000 years", kForms);
    age += count * unit->size;
  }
  return is_ahead ? -age : age;
}

}  // namespace mailcomb
