// SPDX-License-Identifier: Apache-2.0
// The text of a file before anything parses it: lines to point into, and nothing but text in them.
#pragma once

#include <memory>
#include <string>

#include "support/document.hpp"

namespace mailcomb {

inline constexpr std::size_t kSourceBytesMax = 1 << 20;

// Takes a byte order mark away and makes every line end one '\n'.
std::string normalise_line_ends(std::string text);

// Splits normalised text. What is no text is shown as '?', so that errors can be printed.
std::shared_ptr<const Source> make_source(const std::string& text, std::string name);

// Why `text` cannot be parsed: too large, not UTF-8, control characters; empty if it can.
Errors check_source(const std::string& text, const std::shared_ptr<const Source>& source);

}  // namespace mailcomb
