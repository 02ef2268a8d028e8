// SPDX-License-Identifier: Apache-2.0
// What somebody wrote, as messages show it.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb {

// In single quotes, on one line, without control characters, cut after 60 characters.
std::string in_quotes(std::string_view text);

// In double quotes, as YAML reads it back.
std::string yaml_quoted(std::string_view text);

// In double quotes only if YAML would read something else without.
std::string yaml_scalar(std::string_view text);

// As one word of a POSIX shell: in single quotes only if it needs them.
std::string shell_word(std::string_view text);

// Whether YAML 1.1 takes it for a boolean or for nothing when it is not quoted: yes, Off, n, ~ …
bool is_yaml_word(std::string_view text);

}  // namespace mailcomb
