// SPDX-License-Identifier: Apache-2.0
// Flags that stand for a command when no command is given: --dry-run, --execute, --analyze, --history.
#pragma once

#include <string>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::app {

// The arguments with the command in front in place of the flag; unchanged if they begin with a
// command, or have none of the flags. Two of them are a usage error.
Result<std::vector<std::string>> expand_top_level(std::vector<std::string> arguments);

}  // namespace mailcomb::app
