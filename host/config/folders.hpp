// SPDX-License-Identifier: Apache-2.0
// Folders: where the paths that people write start.
#pragma once

#include <filesystem>
#include <string>

namespace mailcomb::config {

struct Folders {
  std::filesystem::path home;  // What ~ stands for, or empty if there is none.
  std::filesystem::path base;  // What relative paths start from, absolute: the folder of the file
                               // that says them, or the working folder for the command line.
};

// The path from / on. ~ and ~/ are the home folder; other users' homes are not known.
std::string absolute_path(const std::string& path, const Folders& folders);

}  // namespace mailcomb::config
