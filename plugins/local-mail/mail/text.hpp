// SPDX-License-Identifier: Apache-2.0
// Text of headers as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb::local_mail {

// Whether it means what it says: ASCII without encoded words (RFC 2047) and NUL.
bool is_plain(std::string_view text);

// An unfolded body with its encoded words and raw 8-bit characters decoded; what no charset
// explains becomes U+FFFD or `?`. Borrows from `body` or from `scratch`, which it overwrites.
std::string_view decode_text(std::string_view body, std::string& scratch);

// GMime takes C strings: a copy in which a NUL is a blank.
std::string without_nul(std::string_view bytes);

}  // namespace mailcomb::local_mail
