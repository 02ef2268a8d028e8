// SPDX-License-Identifier: Apache-2.0
// A message's state as JSON: {"flags":["unread"],"location":"inbox","folder":"INBOX","labels":[]}.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "mail/state.hpp"

namespace mailcomb::mail {

nlohmann::json to_json(const State& state);

// Empty if it is not what to_json makes.
std::optional<State> state_from_json(const nlohmann::json& json);

}  // namespace mailcomb::mail
