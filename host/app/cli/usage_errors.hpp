// SPDX-License-Identifier: Apache-2.0
// What to say about a command line that cannot be understood.
#pragma once

#include <string>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::app {

// The command that was given, as far as it is one, and what could follow it.
struct Place {
  std::string command;                // "mailcomb history"
  std::vector<std::string> commands;  // "list", "show"
  std::vector<std::string> options;   // "--store", …
};

std::string help_hint(const Place& place);

// A command is missing.
tl::unexpected<Error> command_needed(const Place& place);

// A word stands where nothing, or something else, was expected.
tl::unexpected<Error> unexpected_word(const std::string& word, const Place& place);

// "'tabel' is not table, json, ndjson or csv; did you mean 'table'?"
std::string not_among(const std::string& word, const std::vector<std::string>& words);

// "table, json, ndjson or csv"
std::string listed(const std::vector<std::string>& words);

}  // namespace mailcomb::app
