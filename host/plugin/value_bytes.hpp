// SPDX-License-Identifier: Apache-2.0
// A value as bytes: how columns of type value hold restore tokens, and how the journal keeps them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mailcomb/value.hpp"

namespace mailcomb::plugin {

// The same value gives the same bytes. They hold native integers: for this machine only.
std::string value_to_bytes(const sdk::Value& value);

// Empty if the bytes are no value; none are trusted.
std::optional<sdk::Value> value_from_bytes(std::string_view bytes);

// True if every text and key in it is.
bool is_utf8(const sdk::Value& value);

}  // namespace mailcomb::plugin
