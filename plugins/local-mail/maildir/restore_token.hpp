// SPDX-License-Identifier: Apache-2.0
// RestoreToken: where a message file lay, and which file it was.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <optional>

#include "mailcomb/value.hpp"
#include "maildir/place.hpp"

namespace mailcomb::local_mail {

// A file whatever its name: renaming changes none of these.
struct FileIdentity {
  std::int64_t device = 0;
  std::int64_t inode = 0;
  std::int64_t size_bytes = 0;
  std::int64_t mtime_ns = 0;

  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

FileIdentity identity_of(const struct stat& file);
// For files of one name: writing into a file changes its size and time, not which file it is.
bool is_same_file(const FileIdentity& a, const FileIdentity& b);

struct RestoreToken {
  FilePath path;
  FileIdentity file;
};

// {path, dev, ino, size, mtime_ns}; the path as bytes where it is not UTF-8.
sdk::Value to_value(const RestoreToken& token);
// Empty for a value that is no token, or whose path leads out of the mailbox.
std::optional<RestoreToken> parse_token(const sdk::Value& value);

}  // namespace mailcomb::local_mail
