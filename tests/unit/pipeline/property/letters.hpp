// SPDX-License-Identifier: Apache-2.0
// A random mailbox full of copies, and a random policy of rules that compare messages and others.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/message_table.hpp"

namespace mailcomb::property {

struct Letter {
  std::string id;
  int content;                         // Letters of one content are copies.
  std::optional<std::int64_t> minute;  // When it was received; no two are alike.
  std::string location;
  std::set<std::string> flags;

  int sender() const { return content % 3; }
};

struct LetterRule {
  enum class Kind { kDuplicate, kRetain, kOlder, kFlagged, kPlaced };
  Kind kind;
  int last = 0;             // Of kRetain; 0: only the age counts.
  bool is_within = false;   // Of kRetain: what was received after kRecentMinute stays as well.
  std::int64_t minute = 0;  // Of kOlder: what was received before.
  std::string word;         // Of kFlagged and kPlaced.
  std::string action;
};

struct LetterCase {
  std::vector<Letter> mailbox;
  std::vector<LetterRule> rules;
};

// 999 days before now.
inline constexpr std::int64_t kRecentMinute = 1440;

LetterCase make_letters(std::uint32_t seed);
testing::MessageTable table_of(const std::vector<Letter>& mailbox);
std::int64_t received_ms(std::int64_t minute);
std::string to_text(const LetterCase& letters);

// By letter: where it goes. The definitions a second time, as simply as they can be said.
std::vector<std::string> naive_places(const LetterCase& letters);

}  // namespace mailcomb::property
