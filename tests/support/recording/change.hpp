// SPDX-License-Identifier: Apache-2.0
// What an action does to a message of the file, and how it is taken back.
#pragma once

#include <cstdint>
#include <string_view>

#include "mailcomb/value.hpp"
#include "support/recording/json.hpp"

namespace mailcomb::recording {

// Throws sdk::Failure for a name that is no flag's, or an action that there is not.
std::uint64_t flag_bits(const Json& names);
void act(Json& message, std::string_view action);

// The whole state of a message: flags, location, folder, labels.
sdk::Value restore_token(const Json& message);
void restore(Json& message, const sdk::Value& token);

}  // namespace mailcomb::recording
