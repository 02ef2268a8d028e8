// SPDX-License-Identifier: Apache-2.0
// Prose: text broken between words, so that no terminal breaks it within one.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb::app {

// Lines that are wider go on in the next one, indented by two more. Words are never cut.
std::string wrapped(std::string_view text, std::size_t columns_max);

}  // namespace mailcomb::app
