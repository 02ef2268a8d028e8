// SPDX-License-Identifier: Apache-2.0
// Pins: plugins that are used only as somebody once saw them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::plugin {

// By file name: the SHA-256 of the file, in lower-case hex.
using Pins = std::map<std::string, std::string>;

// Takes away the files that are not as pinned; an error for each, whose origin is the file.
std::vector<Error> drop_changed(std::vector<std::filesystem::path>& files, const Pins& pins);

}  // namespace mailcomb::plugin
