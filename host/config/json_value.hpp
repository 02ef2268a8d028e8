// SPDX-License-Identifier: Apache-2.0
// JSON as the values that components are given.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "mailcomb/value.hpp"

namespace mailcomb::config {

sdk::Value to_value(const nlohmann::json& json);

}  // namespace mailcomb::config
