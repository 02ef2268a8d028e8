// SPDX-License-Identifier: Apache-2.0
#include "mail/utf8.hpp"

#include <algorithm>
#include <cstddef>

#include "mail/ascii.hpp"

namespace mailcomb::local_mail {
namespace {

struct Sequence {
  std::size_t size;  // 0 for a byte that begins none.
  unsigned char second_min = 0x80, second_max = 0xbf;
};

// By the first byte; the bounds keep out overlong forms, surrogates and what is above U+10FFFF.
Sequence sequence(unsigned char first) {
  if (first < 0x80) return {1};
  if (first < 0xc2) return {0};
  if (first < 0xe0) return {2};
  if (first == 0xe0) return {3, 0xa0, 0xbf};
  if (first == 0xed) return {3, 0x80, 0x9f};
  if (first < 0xf0) return {3};
  if (first == 0xf0) return {4, 0x90, 0xbf};
  if (first == 0xf4) return {4, 0x80, 0x8f};
  return {first < 0xf4 ? std::size_t{4} : 0};
}

// The size of the character that `bytes` begin with, or 0.
std::size_t character_size(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const Sequence expected = sequence(at(0));
  if (expected.size > bytes.size()) return 0;
  for (std::size_t i = 1; i < expected.size; ++i) {
    const auto low = i == 1 ? expected.second_min : 0x80;
    const auto high = i == 1 ? expected.second_max : 0xbf;
    if (at(i) < low || at(i) > high) return 0;
  }
  return expected.size;
}

void append_encoded(std::string& text, char byte) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  text += {'%', kDigits[value >> 4], kDigits[value & 15]};
}

int digit_value(char c) {
  if (is_digit(c)) return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto size = character_size(bytes);
    if (size == 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

std::string percent_encode(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto size = character_size(bytes);
    if (size == 0 || bytes[0] == '%' || bytes[0] == '\0') {
      append_encoded(text, bytes[0]);
    } else {
      text += bytes.substr(0, size);
    }
    bytes.remove_prefix(size == 0 ? 1 : size);
  }
  return text;
}

std::string_view percent_encode(std::string_view bytes, std::string& scratch) {
  const auto is_same = [](char c) { return c > 0 && c != '%'; };
  if (std::ranges::all_of(bytes, is_same)) return bytes;
  return scratch = percent_encode(bytes);
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return {};
    const int high = digit_value(text[i + 1]);
    const int low = digit_value(text[i + 2]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (percent_encode(bytes) != text) return {};
  return bytes;
}

}  // namespace mailcomb::local_mail
