// SPDX-License-Identifier: Apache-2.0
// State: what actions can change of a message, as a provider observes it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "mail/action.hpp"
#include "mail/location.hpp"

namespace mailcomb::mail {

struct State {
  std::uint64_t flags = 0;  // MAILCOMB_FLAG_ bits.
  Location location = Location::kOther;
  std::string folder;               // The provider's own name of the place.
  std::vector<std::string> labels;  // Sorted.

  bool operator==(const State&) const = default;
};

// Whether nothing is left to do: the action would change nothing.
bool satisfies(const State& state, const Action& action);

// What the state is expected to be after these actions; the folder is cleared where a move leaves
// it to the provider. Restore is not predicted: the token knows.
State after(State state, std::span<const Action> actions);

// Whether an observed state is the expected one; an expected empty folder fits every folder.
bool fits(const State& observed, const State& expected);

// The names of the flags that are set, in the order of their bits.
std::vector<std::string> flag_names(std::uint64_t flags);
// 0 for a name that is no flag's.
std::uint64_t find_flag(std::string_view name);

}  // namespace mailcomb::mail
