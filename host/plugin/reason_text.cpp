// SPDX-License-Identifier: Apache-2.0
#include "plugin/reason_text.hpp"

#include <array>
#include <utility>

namespace mailcomb::plugin {
namespace {

std::string with_suffix(std::uint32_t number) {
  const auto last = number % 10;
  const bool is_teen = number / 10 % 10 == 1;
  const char* suffix = is_teen || last == 0 || last > 3 ? "th"
                       : last == 1                      ? "st"
                       : last == 2                      ? "nd"
                                                        : "rd";
  return std::to_string(number) + suffix;
}

}  // namespace

std::string reason_text(std::string_view text, std::int64_t argument) {
  const auto bits = static_cast<std::uint64_t>(argument);
  const auto high = static_cast<std::uint32_t>(bits >> 32);
  const auto low = static_cast<std::uint32_t>(bits);
  const std::array<std::pair<std::string_view, std::string>, 5> fields = {
      {{"{}", std::to_string(argument)},
       {"{high}", std::to_string(high)},
       {"{low}", std::to_string(low)},
       {"{high:th}", with_suffix(high)},
       {"{low:th}", with_suffix(low)}}};
  std::string filled(text);
  for (const auto& [field, value] : fields)
    for (auto at = filled.find(field); at != filled.npos;
         at = filled.find(field, at + value.size()))
      filled.replace(at, field.size(), value);
  return filled;
}

}  // namespace mailcomb::plugin
