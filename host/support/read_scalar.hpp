// SPDX-License-Identifier: Apache-2.0
// Nodes as the texts, booleans and mappings that a reader expects; what they are instead is an
// error.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "support/document.hpp"

namespace mailcomb {

// "a list", "a mapping", "nothing", or the text in quotes.
std::string describe(const Node& node);

// Whether YAML 1.1 takes the text for a boolean or for nothing: yes, off, n, ~ … without quotes, in
// a file.
bool is_yaml_word(const Node& node);

// A text that is not empty and has no control characters. `what` begins the error: "'subject'".
std::optional<std::string> read_text(const Node& node, const std::string& what, Errors& errors);

// true or false, and nothing else.
std::optional<bool> read_bool(const Node& node, const std::string& what, Errors& errors);

// Appends an error for every key of a mapping that is none of `known`: "unknown key 'x' in
// <where>".
void check_keys(const Node& map, std::span<const std::string_view> known, const std::string& where,
                Errors& errors);

}  // namespace mailcomb
