// SPDX-License-Identifier: Apache-2.0
// Directory: the names in a directory, in the order of the file system, without `.` and `..`.
#pragma once

#include <dirent.h>

#include <memory>

#include "posix/unique_fd.hpp"

namespace mailcomb::local_mail {

// Opens without following a symbolic link in the last component; not open: errno says why.
UniqueFd open_directory(int parent_fd, const char* name);

class Directory {
 public:
  // If it cannot be opened, `next` answers nullptr at once and `error` says why.
  Directory(int parent_fd, const char* name);

  int fd() const { return ::dirfd(stream_.get()); }
  // nullptr at the end and after an error.
  const dirent* next();
  // An errno; 0 as long as nothing failed.
  int error() const { return error_; }

 private:
  struct Close {
    void operator()(DIR* stream) const { ::closedir(stream); }
  };
  std::unique_ptr<DIR, Close> stream_;
  int error_ = 0;
};

enum class FileType { kRegular, kDirectory, kSymlink, kOther };

// Of an entry of the directory `fd`; asks the file system only where readdir does not tell.
FileType file_type(int fd, const dirent& entry);

}  // namespace mailcomb::local_mail
