// SPDX-License-Identifier: Apache-2.0
// Finds the files of plugins.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string_view>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::plugin {

// Where plugins are looked for, the first place first.
struct SearchPath {
  std::vector<std::filesystem::path> named;     // Folders, or plugins themselves; they must exist.
  std::vector<std::filesystem::path> standard;  // Folders that need not exist.
};

// Adds the folders of a list such as MAILCOMB_PLUGIN_PATH, separated by colons.
void add_folders(SearchPath& path, std::string_view list);

// What belongs to an installed or built program at `program`, an absolute path.
struct Installation {
  std::filesystem::path runner;  // mailcomb-plugin-runner.
  std::vector<std::filesystem::path> plugin_folders;
};
Installation installation_of(const std::filesystem::path& program);

struct Discovery {
  std::vector<std::filesystem::path> files;  // Absolute. Of equal names only the first.
  std::vector<Error> problems;               // What was refused, each with its origin.
};

// Takes *.so, sorted by name within a folder. `user` is us (trust.hpp).
Discovery discover(const SearchPath& path, uid_t user);

}  // namespace mailcomb::plugin
