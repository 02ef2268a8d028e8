// SPDX-License-Identifier: Apache-2.0
// PlaceDirs: the open directories that message files lie in, each opened once.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "maildir/place.hpp"
#include "posix/unique_fd.hpp"

namespace mailcomb::local_mail {

class PlaceDirs {
 public:
  explicit PlaceDirs(int root_fd) : root_fd_(root_fd) {}

  int root_fd() const { return root_fd_; }
  // -1 if it cannot be opened: errno says why. No symbolic link is followed.
  int fd(const std::string& folder, Place place);
  void close_all() { open_.clear(); }

 private:
  int root_fd_;
  std::map<std::pair<std::string, Place>, UniqueFd> open_;
};

}  // namespace mailcomb::local_mail
