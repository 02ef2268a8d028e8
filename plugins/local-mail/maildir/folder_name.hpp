// SPDX-License-Identifier: Apache-2.0
// The names of Maildir++ folders, and what they mean: `.Archive` is the archive.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb::local_mail {

// Of the column `location`: by the folder's name, whatever its case; `.Archive.2002` is archive
// too. `directory` is empty for the inbox.
std::string_view location_of(std::string_view directory);

// Whether it is the special folder itself, not one below it.
bool is_top_level(std::string_view directory);

// Of the column `folder`: the name without the leading dot, or INBOX.
std::string folder_text(std::string_view directory);

}  // namespace mailcomb::local_mail
