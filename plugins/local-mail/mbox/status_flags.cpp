// SPDX-License-Identifier: Apache-2.0
#include "mbox/status_flags.hpp"

#include <string>

#include "mailcomb/abi/column.h"

namespace mailcomb::local_mail {

std::uint64_t status_flags(const HeaderBlock& headers) {
  std::string letters;
  for (const auto& field : headers.fields())
    if (is_named(field.name, "status") || is_named(field.name, "x-status")) letters += field.body;
  const auto has = [&](char letter) { return letters.find(letter) != letters.npos; };
  return (has('R') ? 0 : MAILCOMB_FLAG_UNREAD) | (has('F') ? MAILCOMB_FLAG_STARRED : 0) |
         (has('A') ? MAILCOMB_FLAG_REPLIED : 0) | (has('T') ? MAILCOMB_FLAG_DRAFT : 0);
}

}  // namespace mailcomb::local_mail
