// SPDX-License-Identifier: Apache-2.0
#include "maildir/place_dirs.hpp"

#include "posix/directory.hpp"

namespace mailcomb::local_mail {

int PlaceDirs::fd(const std::string& folder, Place place) {
  const std::pair key(folder, place);
  if (const auto known = open_.find(key); known != open_.end()) return known->second.get();
  const UniqueFd parent = open_directory(root_fd_, folder.empty() ? "." : folder.c_str());
  if (!parent.is_open()) return -1;
  UniqueFd directory = open_directory(parent.get(), place_name(place));
  if (!directory.is_open()) return -1;
  return open_.emplace(key, std::move(directory)).first->second.get();
}

}  // namespace mailcomb::local_mail
