// SPDX-License-Identifier: Apache-2.0
// Policies by name or file.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "support/error.hpp"

namespace mailcomb::policy {

// The policies in these folders, by name; the first folder that has a name wins. A folder that is
// not there has none.
std::map<std::string, std::filesystem::path> list_policies(
    std::span<const std::filesystem::path> folders);

// Whether what names a policy means a file: with a `/`, or ending in .yaml or .yml.
bool is_file_name(const std::string& text);

// --policy NAME|FILE: a file, or else NAME.yaml in one of the folders. The error names the policies
// that there are.
Result<std::filesystem::path> find_policy(const std::string& name_or_file,
                                          std::span<const std::filesystem::path> folders);

}  // namespace mailcomb::policy
