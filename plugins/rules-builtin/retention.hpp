// SPDX-License-Identifier: Apache-2.0
// Retention: which messages of each group stay, and why. A pure function of a list and a policy.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace mailcomb::rules_builtin {

struct RetentionPolicy {
  std::uint32_t last = 0;  // So many of the newest of each group stay.
  bool heeds_age = false;  // Those that are recent stay as well.
};

// One message, in 32 bytes.
struct Retained {
  std::uint64_t group;
  std::uint64_t content;  // Equal for copies of one message.
  std::int64_t received_at_ms;
  std::uint32_t ordinal;
  std::uint32_t tie : 31;  // Who comes first of one date; of the message itself, wherever it lies.
  std::uint32_t is_recent : 1;
};
static_assert(sizeof(Retained) == 32);

enum class Fate : std::uint8_t {
  kLast,    // Among the newest.
  kCopy,    // A copy of one of them: all copies take one place together.
  kRecent,  // Young enough.
  kGoes,
};

struct Retention {
  std::uint32_t ordinal;
  Fate fate;
  std::uint32_t place;  // 1 is the newest of the group.
  std::uint32_t group_size;
};

// Sorts the list, and tells of every message once: group by group, the newest first.
void retain(std::vector<Retained>& list, const RetentionPolicy& policy,
            const std::function<void(const Retention&)>& tell);

}  // namespace mailcomb::rules_builtin
