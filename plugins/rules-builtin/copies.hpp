// SPDX-License-Identifier: Apache-2.0
// Copies: which messages are one and the same, and which of them is the best. Pure functions.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace mailcomb::rules_builtin {

// One message, in 32 bytes. A smaller rank and a smaller place are better.
struct Copy {
  std::uint64_t content;
  std::int64_t received_at_ms;  // The largest number if it is not known.
  std::uint32_t ordinal;
  std::uint32_t size_bytes;  // 4 GiB and more are taken for that.
  std::uint32_t tie;         // Who comes first where nothing else tells.
  std::uint8_t rank;         // What its owner did with it; the values are Rank.
  std::uint8_t place;        // Where it lies.
};
static_assert(sizeof(Copy) == 32);

enum Rank : std::uint8_t { kMarked, kAnswered, kFiled, kPlain };

// Why the first copy is better than the second.
enum class Why : std::uint8_t { kMarked, kAnswered, kFiled, kArrival, kPlace, kTie };

// Copies differ by what servers write on the way. What differs by more may have lost an attachment.
inline constexpr std::uint32_t kSizesDifferMax = 4096;

Why why_better(const Copy& best, const Copy& other);

// Sorts the list, and hands over all copies of each message, the best one first; a message without a
// copy comes alone. Messages of one content whose sizes differ too much are no copies.
void find_copies(std::vector<Copy>& list, const std::function<void(std::span<const Copy>)>& found);

}  // namespace mailcomb::rules_builtin
