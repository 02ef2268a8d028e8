// SPDX-License-Identifier: Apache-2.0
// Environment variables as an argument: whoever reads configurations is told what they hold.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace mailcomb::config {

// The value of a variable, also an empty one; empty if it is not set.
using FindVariable = std::function<std::optional<std::string>(const std::string& name)>;

}  // namespace mailcomb::config
