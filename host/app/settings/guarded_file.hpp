// SPDX-License-Identifier: Apache-2.0
// Files that change what mailcomb does: their text, and who else has a hand in them.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "support/error.hpp"

namespace mailcomb::app {

struct GuardedFile {
  std::string text;  // At most a little more than kSourceBytesMax: too large is told by who parses.
  uid_t owner = 0;
  mode_t mode = 0;

  bool may_group_write() const { return (mode & 0020) != 0; }
  bool may_everybody_write() const { return (mode & 0002) != 0; }
  bool may_others_read() const { return (mode & 0044) != 0; }
};

// Fails with kInvalid, saying why; `what` it should be is said of a folder: "a configuration".
Result<GuardedFile> read_guarded_file(const std::filesystem::path& file, const std::string& what);

}  // namespace mailcomb::app
