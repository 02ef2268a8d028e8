// SPDX-License-Identifier: Apache-2.0
// Secrets that stand in a configuration itself, where everybody sees them who may read the file.
#pragma once

#include <string>

#include "support/document.hpp"

namespace mailcomb::config {

// Who may read the file.
enum class Readers { kOwner, kOthers };

// An error for every URL below `node` that has a password in it. What comes from a variable is none.
Errors find_written_passwords(const Node& node);

// An error for every value that `schema_json` of a component marks as a secret ("writeOnly": true).
// Passwords in URLs are not told again.
Errors find_written_secrets(const Node& parameters, const std::string& schema_json);

// The line of an error without the passwords of URLs; carets still stand below their characters.
void mask_passwords(Errors& errors);

}  // namespace mailcomb::config
