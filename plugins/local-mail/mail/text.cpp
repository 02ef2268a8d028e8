// SPDX-License-Identifier: Apache-2.0
#include "mail/text.hpp"

#include <algorithm>

#include "mail/ascii.hpp"
#include "mail/gmime.hpp"

namespace mailcomb::local_mail {

bool is_plain(std::string_view text) {
  const bool is_text = std::ranges::all_of(text, [](char c) { return c != '\0' && is_ascii(c); });
  return is_text && text.find("=?") == text.npos;
}

std::string without_nul(std::string_view bytes) {
  std::string text(bytes);
  std::ranges::replace(text, '\0', ' ');
  return text;
}

std::string_view decode_text(std::string_view body, std::string& scratch) {
  if (is_plain(body)) return body;
  const std::string text = without_nul(body);
  const GText decoded(g_mime_utils_header_decode_text(gmime_options(), text.c_str()));
  return scratch = decoded.get();
}

}  // namespace mailcomb::local_mail
