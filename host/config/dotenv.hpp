// SPDX-License-Identifier: Apache-2.0
// .env: variables in a file, as shells and container tools write them.
#pragma once

#include <map>
#include <string>

#include "support/error.hpp"

namespace mailcomb::config {

using Dotenv = std::map<std::string, std::string>;

// Lines of NAME=value, also behind `export `; # begins a comment at the start of a line or after a
// space. A value in single quotes is as it stands; in double quotes \n, \", \\ and \$ are known; both
// may go on over line ends. Nothing is put in place of $NAME. Of a name that stands twice the last
// counts, as in a shell. Errors point at the line and never show a value.
Checked<Dotenv> parse_dotenv(std::string text, const std::string& name);

}  // namespace mailcomb::config
