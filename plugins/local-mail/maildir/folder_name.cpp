// SPDX-License-Identifier: Apache-2.0
#include "maildir/folder_name.hpp"

#include "mail/header_block.hpp"
#include "mail/utf8.hpp"

namespace mailcomb::local_mail {
namespace {

struct SpecialFolder {
  std::string_view name;
  std::string_view location;
};

constexpr SpecialFolder kSpecialFolders[] = {{"archive", "archive"},
                                             {"sent", "sent"},
                                             {"sent messages", "sent"},
                                             {"sent items", "sent"},
                                             {"drafts", "drafts"},
                                             {"trash", "trash"},
                                             {"deleted messages", "trash"},
                                             {"deleted items", "trash"},
                                             {"junk", "spam"},
                                             {"spam", "spam"}};

}  // namespace

std::string_view location_of(std::string_view directory) {
  if (directory.empty()) return "inbox";
  const std::string_view path = directory.substr(1);
  const std::string_view top = path.substr(0, path.find('.'));
  for (const auto& special : kSpecialFolders)
    if (is_named(top, special.name)) return special.location;
  return "other";
}

bool is_top_level(std::string_view directory) { return directory.rfind('.') == 0; }

std::string folder_text(std::string_view directory) {
  return directory.empty() ? "INBOX" : percent_encode(directory.substr(1));
}

}  // namespace mailcomb::local_mail
