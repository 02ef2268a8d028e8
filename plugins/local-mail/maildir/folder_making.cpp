// SPDX-License-Identifier: Apache-2.0
#include "maildir/folder_making.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <string_view>

#include "posix/directory.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr char kMarker[] = "maildirfolder";
// Delivery begins in tmp: once that is gone, nothing new arrives while the others go.
constexpr const char* kParts[] = {"tmp", "new", "cur"};

int make_directory(int parent_fd, const char* name) {
  return ::mkdirat(parent_fd, name, 0700) == 0 || errno == EEXIST ? 0 : errno;
}

int make_marker(int folder_fd, Disk& disk) {
  const UniqueFd marker(
      ::openat(folder_fd, kMarker, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!marker.is_open()) return errno == EEXIST ? 0 : errno;
  return disk.sync(marker.get());
}

int make_parts(int folder_fd, Disk& disk) {
  for (const char* part : kParts)
    if (const int error = make_directory(folder_fd, part)) return error;
  if (const int error = make_marker(folder_fd, disk)) return error;
  return disk.sync(folder_fd);
}

bool is_empty_directory(int parent_fd, const char* name) {
  Directory directory(parent_fd, name);
  return directory.next() == nullptr && directory.error() == 0;
}

bool is_empty_file(int parent_fd, const char* name) {
  struct stat found {};
  return ::fstatat(parent_fd, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(found.st_mode) &&
         found.st_size == 0;
}

bool is_ours(int folder_fd, const char* name) {
  for (const char* part : kParts)
    if (std::string_view(name) == part) return is_empty_directory(folder_fd, name);
  return std::string_view(name) == kMarker && is_empty_file(folder_fd, name);
}

bool is_unused(int folder_fd) {
  Directory folder(folder_fd, ".");
  while (const dirent* entry = folder.next())
    if (!is_ours(folder_fd, entry->d_name)) return false;
  return folder.error() == 0;
}

// ENOTEMPTY or EEXIST if something turned up meanwhile. rmdir removes only what is empty.
int remove_all(int root_fd, const std::string& folder, int folder_fd) {
  for (const char* part : kParts)
    if (::unlinkat(folder_fd, part, AT_REMOVEDIR) != 0 && errno != ENOENT) return errno;
  if (::unlinkat(folder_fd, kMarker, 0) != 0 && errno != ENOENT) return errno;
  return ::unlinkat(root_fd, folder.c_str(), AT_REMOVEDIR) == 0 ? 0 : errno;
}

}  // namespace

int make_folder(int root_fd, const std::string& folder, Disk& disk) {
  if (const int error = make_directory(root_fd, folder.c_str())) return error;
  const UniqueFd directory = open_directory(root_fd, folder.c_str());
  if (!directory.is_open()) return errno;
  if (const int error = make_parts(directory.get(), disk)) return error;
  return disk.sync(root_fd);
}

int retire_folder(int root_fd, const std::string& folder, Disk& disk) {
  const UniqueFd directory = open_directory(root_fd, folder.c_str());
  if (!directory.is_open()) return errno == ENOENT ? 0 : errno;
  if (!is_unused(directory.get())) return 0;
  const int error = remove_all(root_fd, folder, directory.get());
  if (error == 0) return disk.sync(root_fd);
  const int made_again = make_folder(root_fd, folder, disk);
  return error == ENOTEMPTY || error == EEXIST ? made_again : error;
}

}  // namespace mailcomb::local_mail
