// SPDX-License-Identifier: Apache-2.0
// Positions in UTF-8 text (RFC 3629): bytes and characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mailcomb {

// The first byte that belongs to no character: overlong forms and surrogates are none.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// The first character that has no place in a text file: C0 but tab and line ends, DEL, C1.
std::optional<std::size_t> find_control(std::string_view text);

std::size_t count_characters(std::string_view text);

// The byte at which character number `index` (from 0) begins; the size if there are fewer.
std::size_t byte_of_character(std::string_view text, std::size_t index);

}  // namespace mailcomb
