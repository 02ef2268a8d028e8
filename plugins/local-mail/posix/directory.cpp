// SPDX-License-Identifier: Apache-2.0
#include "posix/directory.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <string_view>

namespace mailcomb::local_mail {
namespace {

unsigned char stat_type(int fd, const char* name) {
  struct stat found {};
  if (::fstatat(fd, name, &found, AT_SYMLINK_NOFOLLOW) != 0) return DT_UNKNOWN;
  return IFTODT(found.st_mode);
}

}  // namespace

UniqueFd open_directory(int parent_fd, const char* name) {
  return UniqueFd(::openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Directory::Directory(int parent_fd, const char* name) {
  const int fd = ::openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd >= 0) stream_.reset(::fdopendir(fd));
  if (!stream_) error_ = errno;
}

const dirent* Directory::next() {
  while (stream_ && error_ == 0) {
    errno = 0;
    const dirent* entry = ::readdir(stream_.get());
    if (!entry) {
      error_ = errno;
      return nullptr;
    }
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") return entry;
  }
  return nullptr;
}

FileType file_type(int fd, const dirent& entry) {
  const auto type = entry.d_type == DT_UNKNOWN ? stat_type(fd, entry.d_name) : entry.d_type;
  switch (type) {
    case DT_REG: return FileType::kRegular;
    case DT_DIR: return FileType::kDirectory;
    case DT_LNK: return FileType::kSymlink;
    default: return FileType::kOther;
  }
}

}  // namespace mailcomb::local_mail
