// SPDX-License-Identifier: Apache-2.0
// What a JSON Schema asks for, in words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

namespace mailcomb::config {

// The types that a schema allows: string, integer, number, boolean, null, array, object. Empty: any.
std::set<std::string> types_of(const nlohmann::json& schema);

// "an integer of at least 1", "one of 'a', 'b'", "a text"; empty if there are no words for it.
std::string describe_schema(const nlohmann::json& schema);

}  // namespace mailcomb::config
