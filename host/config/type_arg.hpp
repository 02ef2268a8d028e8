// SPDX-License-Identifier: Apache-2.0
// TYPE:ARG of the command line: a component and the one parameter that it is mostly given.
#pragma once

#include <string>

#include "support/error.hpp"

namespace mailcomb::config {

struct TypeArg {
  std::string type;
  std::string argument;  // Or empty.
};

// "mbox:~/takeout.mbox", or a type alone. Only the first colon counts. `option` is named in errors.
Result<TypeArg> parse_type_arg(const std::string& text, const std::string& option);

}  // namespace mailcomb::config
