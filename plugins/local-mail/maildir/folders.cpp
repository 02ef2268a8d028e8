// SPDX-License-Identifier: Apache-2.0
#include "maildir/folders.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "mail/utf8.hpp"
#include "mailcomb/failure.hpp"
#include "posix/directory.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

// 0 if `folder` holds a directory cur, else an errno.
int look_for_cur(int root_fd, const std::string& folder, int flags) {
  struct stat found {};
  if (::fstatat(root_fd, (folder + "/cur").c_str(), &found, flags) != 0) return errno;
  return S_ISDIR(found.st_mode) ? 0 : ENOTDIR;
}

class FolderSearch {
 public:
  FolderSearch(int root_fd, std::vector<std::string>& folders, std::vector<Trouble>& troubles)
      : root_fd_(root_fd), folders_(folders), troubles_(troubles) {}

  void add(const std::string& name, FileType type) {
    if (type == FileType::kDirectory) {
      const int error = look_for_cur(root_fd_, name, AT_SYMLINK_NOFOLLOW);
      if (error == 0) folders_.push_back(name);
      if (error != 0 && error != ENOENT && error != ENOTDIR)
        troubles_.push_back({percent_encode(name), "cannot be read: " + error_text(error), true});
    } else if (type == FileType::kSymlink && look_for_cur(root_fd_, name, 0) == 0) {
      troubles_.push_back({percent_encode(name), "is a symbolic link, which is not followed"});
    }
  }

 private:
  int root_fd_;
  std::vector<std::string>& folders_;
  std::vector<Trouble>& troubles_;
};

}  // namespace

std::vector<std::string> load_folders(int root_fd, std::vector<Trouble>& troubles) {
  std::vector<std::string> folders{""};
  FolderSearch search(root_fd, folders, troubles);
  Directory root(root_fd, ".");
  while (const dirent* entry = root.next())
    if (entry->d_name[0] == '.') search.add(entry->d_name, file_type(root.fd(), *entry));
  if (root.error() != 0)
    throw sdk::Failure(MAILCOMB_UNAVAILABLE, "unreadable-mailbox",
                       "the folders of the Maildir cannot be read: " + error_text(root.error()),
                       "mailcomb must run as a user who may read it", "/path");
  std::ranges::sort(folders);
  return folders;
}

}  // namespace mailcomb::local_mail
