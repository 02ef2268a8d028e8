// SPDX-License-Identifier: Apache-2.0
#include "maildir/target.hpp"

#include <algorithm>

#include "maildir/folder_name.hpp"

namespace mailcomb::local_mail {

std::string target_folder(std::span<const std::string> folders, std::string_view location) {
  const std::string usual = location == "archive" ? ".Archive" : ".Trash";
  if (!lacks_folder(folders, usual)) return usual;
  const auto other = std::ranges::find_if(folders, [&](const std::string& folder) {
    return location_of(folder) == location && is_top_level(folder);
  });
  return other == folders.end() ? usual : *other;
}

bool lacks_folder(std::span<const std::string> folders, std::string_view folder) {
  return std::ranges::find(folders, folder) == folders.end();
}

FilePath target_path(const FilePath& now, const Intent& intent,
                     std::span<const std::string> folders) {
  FilePath target = now;
  if (!intent.location.empty() && location_of(now.folder) != intent.location)
    target.folder = target_folder(folders, intent.location);
  target.name = edit_flags(now.name, intent.flags);
  if (target.name != now.name) target.place = Place::kCur;
  return target;
}

}  // namespace mailcomb::local_mail
