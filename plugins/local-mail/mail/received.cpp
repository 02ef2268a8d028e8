// SPDX-License-Identifier: Apache-2.0
#include "mail/received.hpp"

namespace mailcomb::local_mail {

std::optional<Instant> find_received_at(const HeaderBlock& headers) {
  for (const auto& field : headers.fields()) {
    if (!is_named(field.name, "received")) continue;
    const auto semicolon = field.body.rfind(';');
    if (semicolon == field.body.npos) continue;
    if (const auto date = parse_date(field.body.substr(semicolon + 1))) return date;
  }
  return parse_from_line_date(headers.from_line());
}

}  // namespace mailcomb::local_mail
