// SPDX-License-Identifier: Apache-2.0
// A value as JSON, with nothing lost: bytes become {"$bytes":"<hex>"}, and a map with a key that
// begins with $ becomes {"$map":{…}}.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "mailcomb/value.hpp"

namespace mailcomb::journal {

nlohmann::ordered_json to_json(const sdk::Value& value);

// Empty if it is not what to_json makes.
std::optional<sdk::Value> value_from_json(const nlohmann::ordered_json& json);

}  // namespace mailcomb::journal
