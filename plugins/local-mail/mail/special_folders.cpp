// SPDX-License-Identifier: Apache-2.0
#include "mail/special_folders.hpp"

#include "mail/header_block.hpp"

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

std::optional<std::string_view> find_special_location(std::string_view name) {
  for (const auto& special : kSpecialFolders)
    if (is_named(name, special.name)) return special.location;
  return {};
}

}  // namespace mailcomb::local_mail
