// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/subject.hpp"

#include <algorithm>
#include <array>

#include "rules-builtin/ascii.hpp"

namespace mailcomb::rules_builtin {
namespace {

// "Reply" and "forward" as mail programs of various languages write them.
constexpr std::array<std::string_view, 15> kPrefixes = {"re",  "fwd", "fw",   "aw",  "wg",
                                                        "sv",  "vs",  "antw", "tr",  "rv",
                                                        "res", "enc", "odp",  "ref", "rif"};

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Re[2]: Re(2): Re^2: Re*2: count replies. The place behind, or `at` if there is no such count.
std::size_t skip_count(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const char open = text[at];
  const auto end = skip_digits(text, at + 1);
  if (std::string_view("[(^*").find(open) == std::string_view::npos || end == at + 1) return at;
  if (open == '^' || open == '*') return end;
  const char close = open == '[' ? ']' : ')';
  return end < text.size() && text[end] == close ? end + 1 : at;
}

// How much of the text is such a prefix with its colon; 0 if it is none.
std::size_t prefix_size(std::string_view text) {
  for (const auto prefix : kPrefixes) {
    if (!text.starts_with(prefix)) continue;
    auto at = skip_count(text, prefix.size());
    while (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && text[at] == ':') return at + 1;
  }
  return 0;
}

// "[list] ", but not all of the subject.
std::size_t tag_size(std::string_view text) {
  if (!text.starts_with('[')) return 0;
  const auto close = text.find(']');
  return close == std::string_view::npos ? 0 : close + 1;
}

}  // namespace

std::string plain_subject(std::string_view subject) {
  std::string plain;
  for (const char c : trim(subject)) {
    const char next = is_blank(c) ? ' ' : to_lower(c);
    if (next != ' ' || plain.empty() || plain.back() != ' ') plain += next;
  }
  std::string_view rest = plain;
  while (const auto size = std::max(prefix_size(rest), tag_size(rest)))
    rest = trim(rest.substr(size));
  return std::string(rest);
}

}  // namespace mailcomb::rules_builtin
