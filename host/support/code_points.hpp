// SPDX-License-Identifier: Apache-2.0
// Code points of UTF-8 text, one after the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace mailcomb {

// The character at `at`, which moves behind it. A byte that begins no character is U+FFFD.
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
  if (more == 0 || lead > 0xF4 || text.size() - at < more) return 0xFFFD;
  char32_t c = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return 0xFFFD;
    c = c << 6 | (next & 0x3FU);
  }
  at += more;
  return c;
}

// C0 and C1 controls, and DEL.
inline bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Directional overrides and isolates, zero-width characters, line and paragraph separators.
inline bool is_deceptive(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

}  // namespace mailcomb
