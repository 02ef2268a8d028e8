// SPDX-License-Identifier: Apache-2.0
// Whether a text is an address or a domain, as far as policies and lists of senders need to know.
#pragma once

#include <string_view>

namespace mailcomb::mail {

inline bool is_domain(std::string_view text) {
  return !text.empty() && !text.starts_with('.') && !text.ends_with('.') &&
         text.find("..") == std::string_view::npos &&
         text.find_first_of(" @<>,;:*\\/\"'()[]") == std::string_view::npos;
}

inline bool is_address(std::string_view text) {
  const auto at = text.rfind('@');
  return at != std::string_view::npos && at > 0 && is_domain(text.substr(at + 1)) &&
         text.substr(0, at).find_first_of(" <>,;*") == std::string_view::npos;
}

}  // namespace mailcomb::mail
