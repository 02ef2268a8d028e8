// SPDX-License-Identifier: Apache-2.0
#include "support/time_span.hpp"

#include <charconv>

#include "support/quote.hpp"

namespace mailcomb {
namespace {

constexpr const char* kForms = "write a whole number and s, m or h: 90s, 25m, 2h; at most 168h";

std::int64_t seconds_of(std::string_view unit) {
  if (unit == "s") return 1;
  if (unit == "m") return 60;
  return unit == "h" ? 3600 : 0;
}

}  // namespace

Result<std::chrono::seconds> parse_time_span(std::string_view text) {
  std::int64_t count = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, count);
  const auto unit = seconds_of({read.ptr, static_cast<std::size_t>(end - read.ptr)});
  if (read.ec == std::errc::result_out_of_range)
    return fail(Fault::kInvalid, in_quotes(text) + " is longer than 7 days", kForms);
  if (read.ec != std::errc() || unit == 0)
    return fail(Fault::kInvalid, in_quotes(text) + " is no time span", kForms);
  if (count <= 0) return fail(Fault::kInvalid, in_quotes(text) + " is no time at all", kForms);
  if (count > kTimeSpanMax.count() / unit)
    return fail(Fault::kInvalid, in_quotes(text) + " is longer than 7 days", kForms);
  return std::chrono::seconds(count * unit);
}

std::string to_text(std::chrono::seconds span) {
  const auto count = span.count();
  if (count % 3600 == 0) return std::to_string(count / 3600) + "h";
  if (count % 60 == 0) return std::to_string(count / 60) + "m";
  return std::to_string(count) + "s";
}

}  // namespace mailcomb
