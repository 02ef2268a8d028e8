// SPDX-License-Identifier: Apache-2.0
// Makes Maildir++ folders, and takes back those that nobody uses.
#pragma once

#include <string>

#include "posix/disk.hpp"

namespace mailcomb::local_mail {

// Makes what the folder lacks of its directory, cur, new, tmp and the file `maildirfolder`,
// durably. 0 or an errno. Follows no symbolic link.
int make_folder(int root_fd, const std::string& folder, Disk& disk);

// Removes the folder if it holds nothing but what `make_folder` makes. Else it stays, whole. 0 or
// an errno; 0 also if it stays or is not there.
int retire_folder(int root_fd, const std::string& folder, Disk& disk);

}  // namespace mailcomb::local_mail
