// SPDX-License-Identifier: Apache-2.0
// TextHash: 64 bits that stand for a text, so that a million messages can be told apart in a few bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace mailcomb::rules_builtin {

// SipHash-2-4 (Aumasson and Bernstein, 2012). Whoever sends mail chooses what is hashed, so the key is
// drawn anew for every rule: nobody can make two texts that are taken for one. By chance two of a
// million texts are with a probability of 1 in 37 million. Nothing that people see depends on the key.
class TextHash {
 public:
  struct Key {
    std::uint64_t first;
    std::uint64_t second;
  };

  TextHash();
  explicit TextHash(Key key) : key_(key) {}

  std::uint64_t operator()(std::string_view text) const;

 private:
  Key key_;
};

}  // namespace mailcomb::rules_builtin
