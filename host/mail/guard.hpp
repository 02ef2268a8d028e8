// SPDX-License-Identifier: Apache-2.0
// Guard: by its name, what keeps a message from actions whatever a rule says (plan/guard.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mailcomb::mail {

enum class Guard : std::uint8_t {
  // For every action but star and unstar:
  kProtected,  // `never:` of the policy, or a sender whom the user protects.
  kStarred,
  kImportant,
  kDraft,
  kSent,
  kUnknownDate,
  kFutureDate,
  // For trash also:
  kReplied,
  kUserLabel,
  kDerivedCategory,  // Only a derived category or importance speaks for trash, besides age, read
                     // state and place.
  kThread,           // Another message of the conversation is guarded or fails the rule's age.
  kLastCopy,         // What was to stay in the message's place goes as well.
};

inline constexpr std::array<std::string_view, 12> kGuardNames = {
    "protected",  "starred",          "important",   "draft",
    "sent",       "unknown_date",     "future_date", "replied",
    "user_label", "derived_category", "thread",      "last_copy"};

inline std::string_view to_text(Guard guard) {
  return kGuardNames[static_cast<std::size_t>(guard)];
}

}  // namespace mailcomb::mail
