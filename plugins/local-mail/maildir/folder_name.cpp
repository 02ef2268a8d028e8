// SPDX-License-Identifier: Apache-2.0
#include "maildir/folder_name.hpp"

#include "mail/special_folders.hpp"
#include "mail/utf8.hpp"

namespace mailcomb::local_mail {

std::string_view location_of(std::string_view directory) {
  if (directory.empty()) return "inbox";
  const std::string_view path = directory.substr(1);
  const std::string_view top = path.substr(0, path.find('.'));
  return find_special_location(top).value_or("other");
}

bool is_top_level(std::string_view directory) { return directory.rfind('.') == 0; }

std::string folder_text(std::string_view directory) {
  return directory.empty() ? "INBOX" : percent_encode(directory.substr(1));
}

}  // namespace mailcomb::local_mail
