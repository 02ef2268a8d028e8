// SPDX-License-Identifier: Apache-2.0
#include "maildir/doubles.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace mailcomb::local_mail {

std::vector<const MessageFile*> still_there(PlaceDirs& directories, const Listing& listing,
                                            const std::vector<const MessageFile*>& files) {
  std::vector<const MessageFile*> there;
  for (const auto* file : files) {
    struct stat found {};
    const int directory = directories.fd(listing.folder_of(*file), file->place);
    const bool is_missing =
        (directory < 0 || ::fstatat(directory, file->name, &found, AT_SYMLINK_NOFOLLOW) != 0) &&
        errno == ENOENT;
    if (!is_missing) there.push_back(file);
  }
  return there;
}

std::string doubles_text(const Listing& listing, const std::vector<const MessageFile*>& files) {
  std::string text = "is the name of " + std::to_string(files.size()) + " files, ";
  for (std::size_t i = 0; i < files.size(); ++i)
    text += (i == 0                  ? ""
             : i + 1 == files.size() ? " and "
                                     : ", ") +
            quoted_path(listing.path_of(*files[i]));
  return text + "; none is touched";
}

}  // namespace mailcomb::local_mail
