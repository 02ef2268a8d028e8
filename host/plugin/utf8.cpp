// SPDX-License-Identifier: Apache-2.0
#include "plugin/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace mailcomb::plugin {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// The lowest and highest second byte keep out overlong forms, surrogates and what is above U+10FFFF
// (RFC 3629 section 4).
struct Lead {
  std::size_t size;
  unsigned second_min = 0x80;
  unsigned second_max = 0xBF;
};

Lead read_lead(unsigned byte) {
  if (byte < 0x80) return {1};
  if (byte >= 0xC2 && byte <= 0xDF) return {2};
  if (byte == 0xE0) return {3, 0xA0};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3};
  if (byte == 0xF0) return {4, 0x90};
  if (byte >= 0xF1 && byte <= 0xF3) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

// The size of the character that `text` begins with, or 0 if it is malformed.
std::size_t character_size(std::string_view text) {
  const Lead lead = read_lead(byte_at(text, 0));
  if (lead.size > text.size()) return 0;
  if (lead.size < 2) return lead.size;
  if (byte_at(text, 1) < lead.second_min || byte_at(text, 1) > lead.second_max) return 0;
  for (std::size_t i = 2; i < lead.size; ++i)
    if ((byte_at(text, i) & 0xC0) != 0x80) return 0;
  return lead.size;
}

}  // namespace

bool is_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) return false;
  }
  for (; at < text.size(); ++at)
    if (byte_at(text, at) >= 0x80) return false;
  return true;
}

bool is_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

void append_utf8(std::string& to, std::string_view text) {
  if (is_utf8(text)) {
    to.append(text);
    return;
  }
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    to.append(size == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, size));
    text.remove_prefix(size == 0 ? 1 : size);
  }
}

std::string printable(std::string_view text) {
  std::string line;
  append_utf8(line, text);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return line;
}

}  // namespace mailcomb::plugin
