// SPDX-License-Identifier: Apache-2.0
// MboxFile: an open mbox, as large as it was when it was opened.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>

#include <sys/types.h>

#include "posix/unique_fd.hpp"

namespace mailcomb::local_mail {

// Tells whether it is the same file with the same content.
struct FileStamp {
  dev_t device = 0;
  ino_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct MboxFile {
  UniqueFd fd;
  FileStamp stamp;
};

// Throws sdk::Failure that says what is wrong with the path, and what may have been meant. An empty
// file is an mbox without messages.
MboxFile open_mbox(const std::string& path);

// The canonical absolute path, as text.
std::string account_of(const std::string& path);

FileStamp stamp_of(const UniqueFd& fd);

}  // namespace mailcomb::local_mail
