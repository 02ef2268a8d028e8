// SPDX-License-Identifier: Apache-2.0
#include "support/quote.hpp"

namespace mailcomb {
namespace {

constexpr int kCharactersMax = 60;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string escaped(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("\\x") + kDigits[byte >> 4] + kDigits[byte & 15];
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string shown = "'";
  int characters = 0;
  for (const char c : text) {
    if (begins_character(c) && ++characters > kCharactersMax) return shown + "…'";
    shown += is_control(c) ? escaped(c) : std::string(1, c);
  }
  return shown + "'";
}

std::string yaml_quoted(std::string_view text) {
  std::string shown = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') shown += '\\';
    shown += is_control(c) ? escaped(c) : std::string(1, c);
  }
  return shown + "\"";
}

}  // namespace mailcomb
