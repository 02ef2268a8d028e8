// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629) as it is met at the plugin boundary: checked in values, repaired in columns.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb::plugin {

bool is_ascii(std::string_view text);
bool is_utf8(std::string_view text);

// Appends `text`; every byte that is not part of a well-formed character becomes U+FFFD, so that it
// grows to at most three times its size.
void append_utf8(std::string& to, std::string_view text);

// Fit for one line on a terminal: repaired as above, control characters become spaces.
std::string printable(std::string_view text);

}  // namespace mailcomb::plugin
