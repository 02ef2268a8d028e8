// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the nearest of the names that would have been right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mailcomb {

// By edits (a letter more, less, other, or two swapped), where case, `-` and `_` do not count; at
// most one in four letters. Else the only name that begins with the word; else empty.
std::optional<std::string_view> find_nearest(std::string_view word,
                                             std::span<const std::string_view> names);

// "did you mean 'from'?", or all of the names: "filters are from, to".
std::string suggest(std::string_view word, std::span<const std::string_view> names,
                    std::string_view plural);

std::string join(std::span<const std::string_view> names);

}  // namespace mailcomb
