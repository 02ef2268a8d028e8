// SPDX-License-Identifier: Apache-2.0
// KeyIndex: numbers 64-bit keys in the order they first come, in 13 to 18 bytes a key.
#pragma once

#include <cstdint>
#include <vector>

namespace mailcomb::plan {

class KeyIndex {
 public:
  using Number = std::uint32_t;
  struct Found {
    Number number;
    bool is_new;
  };

  // A new key gets the next number.
  Found add(std::uint64_t key);
  // The next number, for something that has no key.
  Number add_keyless();

 private:
  std::size_t home_of(std::uint64_t key) const;
  // Where the key's number is, or the empty slot where it belongs.
  Number& slot_of(std::uint64_t key);
  void grow();

  std::vector<std::uint64_t> keys_;  // By number.
  std::vector<Number> slots_;        // A power of two of them, probed one after the other.
  std::size_t used_ = 0;
};

}  // namespace mailcomb::plan
