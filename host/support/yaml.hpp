// SPDX-License-Identifier: Apache-2.0
// YAML files as nodes.
#pragma once

#include <optional>
#include <string>

#include "support/document.hpp"

namespace mailcomb {

// Parses one document of at most 1 MiB. `name` is the file as the user named it. Everything that
// YAML 1.2 calls a scalar is text, but the empty one and null are kNull, whose `text` is what was
// written. Aliases are copies of what they name, with its marks. A key that stands twice in one
// mapping is an error.
Checked<Node> parse_yaml(std::string text, std::string name);

// The same for readers who then look for more errors: empty only if there is no tree to read. Of a
// key that stands twice it has the first.
std::optional<Node> parse_yaml(std::string text, std::string name, Errors& errors);

}  // namespace mailcomb
