// SPDX-License-Identifier: Apache-2.0
#include "support/utf8.hpp"

#include <cstdint>

namespace mailcomb {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0) == 0x80;
}

// The size of the character that begins at `at`, or 0 if none does.
std::size_t character_size(std::string_view text, std::size_t at) {
  const auto lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if (!continues(text, at + i)) return 0;
  const auto second = byte_at(text, at + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate = lead == 0xED && second >= 0xA0;
  const bool too_large = lead == 0xF4 && second >= 0x90;
  return overlong || surrogate || too_large ? 0 : size;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto size = character_size(text, at);
    if (size == 0) return at;
    at += size;
  }
  return {};
}

std::optional<std::size_t> find_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = byte_at(text, at);
    if (byte == '\t' || byte == '\n' || byte == '\r') continue;
    if (byte < 0x20 || byte == 0x7F) return at;
    if (byte == 0xC2 && at + 1 < text.size() && byte_at(text, at + 1) < 0xA0) return at;
  }
  return {};
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) count += continues(text, at) ? 0 : 1;
  return count;
}

std::size_t byte_of_character(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (continues(text, at)) continue;
    if (index-- == 0) return at;
  }
  return at;
}

}  // namespace mailcomb
