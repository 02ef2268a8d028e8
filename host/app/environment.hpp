// SPDX-License-Identifier: Apache-2.0
// Environment: what the process gets from outside its command line, read in one place.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/folders.hpp"
#include "support/error.hpp"

namespace mailcomb::app {

struct Environment {
  config::Folders folders;                            // Of the command line.
  std::filesystem::path program;                      // This executable, absolute.
  std::string user;                                   // user@host, for messages to other runs.
  std::vector<std::filesystem::path> plugin_path;     // MAILCOMB_PLUGIN_PATH.
  std::vector<std::filesystem::path> policy_folders;  // Where NAME.yaml is looked for, in order.
  std::filesystem::path defaults_file;
  std::filesystem::path key_file;  // MAILCOMB_KEY_FILE, else in mailcomb's state folder; absolute.
  bool dry_run_by_default = true;  // DRY_RUN_BY_DEFAULT
  bool require_confirmation = true;  // REQUIRE_CONFIRMATION
};

// Fails with kInvalid, naming the variable and the accepted form, if one does not parse.
Result<Environment> read_environment();

}  // namespace mailcomb::app
