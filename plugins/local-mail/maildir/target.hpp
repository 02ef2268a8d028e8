// SPDX-License-Identifier: Apache-2.0
// Where a change takes a message file.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "maildir/intent.hpp"
#include "maildir/place.hpp"

namespace mailcomb::local_mail {

// The folder for `location`, archive or trash: `.Archive` or `.Trash`, unless only another
// top-level folder of that location is there.
std::string target_folder(std::span<const std::string> folders, std::string_view location);

// Whether `target_folder` would have to be made.
bool lacks_folder(std::span<const std::string> folders, std::string_view folder);

// A message that is in the location already stays in its folder. One in new stays there unless its
// flags change: new knows no flags.
FilePath target_path(const FilePath& now, const Intent& intent,
                     std::span<const std::string> folders);

}  // namespace mailcomb::local_mail
