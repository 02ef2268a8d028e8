// SPDX-License-Identifier: Apache-2.0
// Where one message of an mbox ends and the next begins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

// A line longer than this is never the first of a message (RFC 5322 section 2.1.1).
inline constexpr std::size_t kFromLineBytesMax = 998;

// Whether the line, with or without its end, is `From `, a sender and a date (RFC 4155). All ways to
// write mbox have that in common; a line of a body that looks so is written `>From `.
bool is_separator(std::string_view line);

// How many bytes the empty line has that `text` begins with: 0 if there is none.
std::size_t empty_line_size(std::string_view text);
// The same for the one that `text` ends with; an end of the line before it must come before.
std::size_t last_empty_line_size(std::string_view text);

// The size of the body by the field Content-Length, if there is one.
std::optional<std::uint64_t> find_content_length(const HeaderBlock& headers);
// Whether a body can end where `text` begins: an empty line may come first, then comes a separator
// or, if `is_last`, nothing.
bool begins_with_end(std::string_view text, bool is_last);

}  // namespace mailcomb::local_mail
