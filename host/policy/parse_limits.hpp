// SPDX-License-Identifier: Apache-2.0
// `limits:` of `guards:`, how many messages of a mailbox a run may change.
#pragma once

#include <array>
#include <string_view>

#include "policy/guards.hpp"

namespace mailcomb::policy {

// The actions that can have a limit.
inline constexpr std::array<std::string_view, 6> kLimitedActions = {
    "trash", "archive", "mark_read", "mark_unread", "star", "unstar"};

// A mapping from actions to a count, a share, or both: {trash: 5%, archive: [100, 40%]}.
std::vector<Guards::Limit> parse_limits(const Node& limits, Errors& errors);

}  // namespace mailcomb::policy
