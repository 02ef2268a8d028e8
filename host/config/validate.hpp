// SPDX-License-Identifier: Apache-2.0
// Values against JSON Schema, draft 7.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::config {

// Why a part of a value does not fit.
struct Violation {
  std::vector<std::string> path;  // Keys and indices from the root.
  std::string description;        // In the words of the validator.
};

// Only the innermost reasons. Fails if the schema itself is none, which is its author's bug.
Result<std::vector<Violation>> validate(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace mailcomb::config
