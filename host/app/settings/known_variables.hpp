// SPDX-License-Identifier: Apache-2.0
// The environment variables that are honoured, and the form that each must have (docs/3-commands.md).
#pragma once

#include <string>
#include <vector>

#include "app/settings/variables.hpp"
#include "support/error.hpp"

namespace mailcomb::app {

// An error for each that is set and has another form: it names the variable and the form, and the
// value unless that may be a secret.
Errors check_variables(const Variables& variables);

// Those that are set, but are for parts that this version does not have.
std::vector<std::string> find_unheeded(const Variables& variables);

// Of those that are known, the names that came from .env.
std::vector<std::string> find_from_dotenv(const Variables& variables);

// "true", "1" or "yes", in any case; of a value that check_variables passed.
bool is_true(const std::string& value);

}  // namespace mailcomb::app
