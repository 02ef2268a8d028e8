// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629), and a reversible way to write other bytes as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mailcomb::local_mail {

bool is_utf8(std::string_view bytes);

// Text as it is; other bytes, NUL and `%` itself as %XX (RFC 3986 section 2.1).
std::string percent_encode(std::string_view bytes);
// The same, borrowing from `bytes` where nothing changes, else from `scratch`, which it overwrites.
std::string_view percent_encode(std::string_view bytes, std::string& scratch);
// What `percent_encode` made of these bytes; empty for text that it never answers.
std::optional<std::string> percent_decode(std::string_view text);

}  // namespace mailcomb::local_mail
