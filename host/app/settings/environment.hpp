// SPDX-License-Identifier: Apache-2.0
// Environment: what the process gets from outside its command line, read in one place.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/settings/variables.hpp"
#include "config/folders.hpp"
#include "support/error.hpp"

namespace mailcomb::app {

struct Environment {
  config::Folders folders;                            // Of the command line.
  std::filesystem::path program;                      // This executable, absolute.
  std::string user;                                   // user@host, for messages to other runs.
  std::vector<std::filesystem::path> policy_folders;  // Where NAME.yaml is looked for, in order.
  std::vector<std::filesystem::path> config_files;    // Where mailcomb.yaml is, in order.
  std::filesystem::path share;                        // What is installed beside the program.
  std::filesystem::path defaults_file;
  std::filesystem::path key_file;  // MAILCOMB_KEY_FILE, else in mailcomb's state folder; absolute.
  Variables variables;
  std::string dotenv_refusal;  // Why a .env is not read, or empty.
};

// Fails with every variable that has not the form that it must have, and with what is wrong in .env.
Checked<Environment> read_environment();

}  // namespace mailcomb::app
