// SPDX-License-Identifier: Apache-2.0
// Lists of folders as the environment has them: divided by colons.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mailcomb::app {

// Empty parts are none.
std::vector<std::filesystem::path> split_path(const std::string& list);

}  // namespace mailcomb::app
