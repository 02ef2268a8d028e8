// SPDX-License-Identifier: Apache-2.0
// Guards: what protects a message from actions, whatever a rule says.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mail/state.hpp"

namespace mailcomb::plan {

enum class Guard : std::uint8_t {
  // For every action but star and unstar:
  kStarred,
  kImportant,
  kDraft,
  kSent,
  kUnknownDate,
  kFutureDate,
  // For trash also:
  kReplied,
  kUserLabel,
  kDerivedCategory,  // Only a derived category speaks for trash, besides age, read state and place.
  kThread,           // Another message of the conversation is guarded or fails the rule's age.
  kLastCopy,         // What was to stay in the message's place goes as well.
};

inline constexpr std::array<std::string_view, 11> kGuardNames = {
    "starred",          "important",   "draft",    "sent",
    "unknown_date",     "future_date", "replied",  "user_label",
    "derived_category", "thread",      "last_copy"};

inline std::string_view to_text(Guard guard) {
  return kGuardNames[static_cast<std::size_t>(guard)];
}

// A set of guards.
class GuardSet {
 public:
  constexpr GuardSet() = default;
  constexpr GuardSet(std::initializer_list<Guard> guards) {
    for (const Guard guard : guards) add(guard);
  }
  constexpr void add(Guard guard) { bits_ |= bit(guard); }
  constexpr bool has(Guard guard) const { return (bits_ & bit(guard)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr GuardSet operator|(GuardSet other) const { return GuardSet(bits_ | other.bits_); }
  constexpr GuardSet operator&(GuardSet other) const { return GuardSet(bits_ & other.bits_); }
  std::vector<Guard> list() const;

 private:
  constexpr explicit GuardSet(unsigned bits) : bits_(static_cast<std::uint16_t>(bits)) {}
  static constexpr unsigned bit(Guard guard) { return 1U << static_cast<unsigned>(guard); }
  std::uint16_t bits_ = 0;
};

// The guards that a message's own state and date raise; `received_at_ms` is empty if it is unknown.
GuardSet own_guards(const mail::State& state, std::optional<std::int64_t> received_at_ms,
                    bool has_user_label, std::int64_t now_ms);

// Those of `raised` that stop at least one of the actions.
GuardSet stopping(GuardSet raised, std::span<const mail::Action> actions);

}  // namespace mailcomb::plan
