// SPDX-License-Identifier: Apache-2.0
// Health: how tidy a mailbox is, from 0 to 100, and what that number is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailcomb::analysis {

struct HealthCounts {
  std::int64_t kept = 0;  // Messages outside trash, spam, drafts and sent.
  std::int64_t inbox = 0;
  std::int64_t inbox_unread = 0;
  std::int64_t inbox_old = 0;   // Of 365 days or older.
  std::int64_t inbox_bulk = 0;  // Of any category but primary, 30 days or older.
  std::int64_t never_read = 0;  // Kept messages of senders of whom none was ever read.
  bool tells_flags = true;
};

// One part of the score. Its value is 1 where nothing of the kind is there, 0 from `worst_percent` on,
// and falls evenly in between; it is worth up to `weight` points.
struct HealthTerm {
  std::string_view name;
  int weight = 0;
  int worst_percent = 0;
  double percent = 0;           // What there is.
  std::optional<double> value;  // Empty: the provider does not tell; the others then count for all.
  std::string why;              // "1,204 of 6,046 messages in the inbox are unread"

  double points() const { return weight * value.value_or(0); }
};

struct Health {
  int score = 100;  // Rounded; of nothing at all it is 100.
  std::vector<HealthTerm> terms;
};

Health judge_health(const HealthCounts& counts);

}  // namespace mailcomb::analysis
