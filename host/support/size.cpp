// SPDX-License-Identifier: Apache-2.0
#include "support/size.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/ascii.hpp"
#include "support/quote.hpp"

namespace mailcomb {
namespace {

constexpr std::string_view kForms =
    "write a whole number and B, kB, MB, GB, KiB, MiB or GiB: 500B, 10kB, 5MiB (1kB is 1000 bytes, "
    "1KiB is 1024)";

struct Unit {
  std::string_view name;
  std::int64_t bytes;
};
constexpr std::array<Unit, 7> kUnits = {{{"B", 1},
                                         {"kB", 1000},
                                         {"MB", 1'000'000},
                                         {"GB", 1'000'000'000},
                                         {"KiB", 1 << 10},
                                         {"MiB", 1 << 20},
                                         {"GiB", 1 << 30}}};

// What is written for the decimal unit by some and for the binary one by others.
struct Ambiguity {
  std::string_view text, decimal, binary;
};
constexpr std::array<Ambiguity, 7> kAmbiguities = {{{"k", "kB", "KiB"},
                                                    {"K", "kB", "KiB"},
                                                    {"KB", "kB", "KiB"},
                                                    {"m", "MB", "MiB"},
                                                    {"M", "MB", "MiB"},
                                                    {"g", "GB", "GiB"},
                                                    {"G", "GB", "GiB"}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

tl::unexpected<Error> refuse(std::string message, std::string hint) {
  return fail(Fault::kInvalid, std::move(message), std::move(hint));
}

tl::unexpected<Error> refuse_unit(std::string_view text, const std::string& digits,
                                  std::string_view unit) {
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  if (unit.empty())
    return refuse(in_quotes(text) + " has no unit", "for bytes write '" + digits + "B'");
  for (const auto& [spelling, decimal, binary] : kAmbiguities)
    if (spelling == unit)
      return refuse(in_quotes(text) + " could count in thousands or in steps of 1024",
                    "write '" + digits + std::string(decimal) + "' or '" + digits +
                        std::string(binary) + "'");
  for (const auto& known : kUnits)
    if (equals_ignoring_case(known.name, unit))
      return refuse(in_quotes(text) + " is not a size",
                    "did you mean '" + digits + std::string(known.name) + "'?");
  return refuse(in_quotes(text) + " is not a size", std::string(kForms));
}

}  // namespace

Result<std::int64_t> parse_size(std::string_view text) {
  const auto digits =
      text.substr(0, std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  const auto unit = text.substr(digits.size());
  if (digits.empty()) return refuse(in_quotes(text) + " is not a size", std::string(kForms));
  if (unit.starts_with('.') || unit.starts_with(','))
    return refuse(in_quotes(text) + " is not a whole number", std::string(kForms));
  const auto* known = std::find_if(kUnits.begin(), kUnits.end(),
                                   [&](const Unit& candidate) { return candidate.name == unit; });
  if (known == kUnits.end()) return refuse_unit(text, std::string(digits), unit);
  std::int64_t count = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (read.ec != std::errc() || count > kSizeBytesMax / known->bytes)
    return refuse(in_quotes(text) + " is larger than 1024GiB", std::string(kForms));
  if (count == 0) return refuse(in_quotes(text) + " is no size", "the smallest size is '1B'");
  return count * known->bytes;
}

}  // namespace mailcomb
