// SPDX-License-Identifier: Apache-2.0
// ASCII case and domains: what header names, domains and keywords need; no locale is asked.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mailcomb {

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

inline bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return ascii_lower(x) == ascii_lower(y);
         });
}

// `needle` is in lower case already.
inline bool contains_ignoring_case(std::string_view text, std::string_view needle) {
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                     [](char x, char y) { return ascii_lower(x) == y; }) != text.end();
}

inline std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// What follows the last @; empty if there is none.
inline std::string_view domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? std::string_view() : address.substr(at + 1);
}

// Whether `domain` is `parent` or below it.
inline bool within_domain(std::string_view domain, std::string_view parent) {
  if (domain.size() == parent.size()) return equals_ignoring_case(domain, parent);
  if (domain.size() < parent.size() + 1) return false;
  const auto tail = domain.substr(domain.size() - parent.size());
  return domain[domain.size() - parent.size() - 1] == '.' && equals_ignoring_case(tail, parent);
}

}  // namespace mailcomb
