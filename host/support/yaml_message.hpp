// SPDX-License-Identifier: Apache-2.0
// What a YAML parser's complaint means to who wrote the file.
#pragma once

#include <string>

#include "support/document.hpp"

namespace mailcomb {

// `complaint` is the parser's own text, and `mark` where it stopped.
Error explain_yaml(const std::string& complaint, const Mark& mark);

}  // namespace mailcomb
