// SPDX-License-Identifier: Apache-2.0
#include "plan/key_index.hpp"

#include <bit>
#include <limits>

namespace mailcomb::plan {
namespace {

constexpr KeyIndex::Number kEmpty = std::numeric_limits<KeyIndex::Number>::max();
constexpr std::size_t kSlotsMin = 1024;

}  // namespace

// Fibonacci hashing (Knuth, TAOCP volume 3, 6.4): the upper bits of the product are well mixed.
std::size_t KeyIndex::home_of(std::uint64_t key) const {
  return key * 0x9E3779B97F4A7C15 >> (64 - std::countr_zero(slots_.size()));
}

KeyIndex::Number& KeyIndex::slot_of(std::uint64_t key) {
  auto at = home_of(key);
  while (slots_[at] != kEmpty && keys_[slots_[at]] != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

KeyIndex::Found KeyIndex::add(std::uint64_t key) {
  if (used_ >= slots_.size() / 8 * 7) grow();
  auto& slot = slot_of(key);
  const bool is_new = slot == kEmpty;
  if (is_new) {
    slot = static_cast<Number>(keys_.size());
    keys_.push_back(key);
    ++used_;
  }
  return {slot, is_new};
}

KeyIndex::Number KeyIndex::add_keyless() {
  keys_.push_back(0);  // In no slot, so that nothing finds it.
  return static_cast<Number>(keys_.size() - 1);
}

void KeyIndex::grow() {
  const auto before = std::move(slots_);
  slots_.assign(before.empty() ? kSlotsMin : before.size() * 2, kEmpty);
  for (const auto number : before)
    if (number != kEmpty) slot_of(keys_[number]) = number;
}

}  // namespace mailcomb::plan
