// SPDX-License-Identifier: Apache-2.0
// .env in the working folder, if it is ours alone to write.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "config/dotenv.hpp"

namespace mailcomb::app {

struct DotenvFile {
  config::Dotenv variables;
  std::string refusal;  // Why there is one that is not read, for people; or empty.
};

// Of `folder`; nothing if there is none. Fails if it is ours but cannot be understood.
Checked<DotenvFile> read_dotenv_file(const std::filesystem::path& folder, uid_t user);

}  // namespace mailcomb::app
