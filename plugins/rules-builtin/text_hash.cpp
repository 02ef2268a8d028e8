// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/text_hash.hpp"

#include <bit>
#include <cstddef>
#include <random>

namespace mailcomb::rules_builtin {
namespace {

struct Sip {
  std::uint64_t v0, v1, v2, v3;

  void rounds(int count) {
    for (; count > 0; --count) {
      v0 += v1, v2 += v3;
      v1 = std::rotl(v1, 13) ^ v0, v3 = std::rotl(v3, 16) ^ v2;
      v0 = std::rotl(v0, 32);
      v2 += v1, v0 += v3;
      v1 = std::rotl(v1, 17) ^ v2, v3 = std::rotl(v3, 21) ^ v0;
      v2 = std::rotl(v2, 32);
    }
  }
  void take(std::uint64_t word) {
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  }
};

// Little-endian, whatever the machine is.
std::uint64_t word_of(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
  return word;
}

std::uint64_t draw() {
  std::random_device random;
  return std::uint64_t{random()} << 32 | random();
}

}  // namespace

TextHash::TextHash() : key_{draw(), draw()} {}

std::uint64_t TextHash::operator()(std::string_view text) const {
  Sip sip{key_.first ^ 0x736f6d6570736575U, key_.second ^ 0x646f72616e646f6dU,
          key_.first ^ 0x6c7967656e657261U, key_.second ^ 0x7465646279746573U};
  const auto size = text.size();
  for (; text.size() >= 8; text.remove_prefix(8)) sip.take(word_of(text.substr(0, 8)));
  sip.take(word_of(text) | std::uint64_t{size} << 56);
  sip.v2 ^= 0xff;
  sip.rounds(4);
  return sip.v0 ^ sip.v1 ^ sip.v2 ^ sip.v3;
}

}  // namespace mailcomb::rules_builtin
