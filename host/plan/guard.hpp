// SPDX-License-Identifier: Apache-2.0
// Guards: what protects a message from actions, whatever a rule says.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mail/guard.hpp"
#include "mail/state.hpp"

namespace mailcomb::plan {

using mail::Guard;
using mail::kGuardNames;
using mail::to_text;

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
  constexpr GuardSet without(GuardSet other) const { return GuardSet(bits_ & ~other.bits_); }
  std::vector<Guard> list() const;

 private:
  constexpr explicit GuardSet(unsigned bits) : bits_(static_cast<std::uint16_t>(bits)) {}
  static constexpr unsigned bit(Guard guard) { return 1U << static_cast<unsigned>(guard); }
  std::uint16_t bits_ = 0;
};

// "starred, replied"
std::string to_text(GuardSet guards);

// The guards that a message's own state and date raise; `received_at_ms` is empty if it is unknown.
GuardSet own_guards(const mail::State& state, std::optional<std::int64_t> received_at_ms,
                    bool has_user_label, std::int64_t now_ms);

// Those of `raised` that stop at least one of the actions.
GuardSet stopping(GuardSet raised, std::span<const mail::Action> actions);

}  // namespace mailcomb::plan
