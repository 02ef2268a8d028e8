// SPDX-License-Identifier: Apache-2.0
// Group: what is counted of messages that have something in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mailcomb::analysis {

struct Group {
  std::string name;
  std::int64_t messages = 0;
  std::int64_t unread = 0;
  std::int64_t bytes = 0;
  // Of those in the inbox, how many are so old.
  std::int64_t inbox_30d = 0;
  std::int64_t inbox_90d = 0;
  std::optional<std::int64_t> newest_ms;

  bool is_never_read() const { return messages > 0 && unread == messages; }
};

// From so many messages on it means something that none of them was read.
inline constexpr std::int64_t kNeverReadFrom = 5;

}  // namespace mailcomb::analysis
