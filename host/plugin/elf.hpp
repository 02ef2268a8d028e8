// SPDX-License-Identifier: Apache-2.0
// Looks at a shared library's ELF headers before the dynamic loader does: the loader's own words
// for a wrong file mislead, and a truncated one kills the process.
#pragma once

#include <filesystem>

#include "support/error.hpp"

namespace mailcomb::plugin {

// Fails if `file` is no complete shared library for this machine.
Result<void> check_elf(const std::filesystem::path& file);

}  // namespace mailcomb::plugin
