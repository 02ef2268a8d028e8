// SPDX-License-Identifier: Apache-2.0
// The configuration of a component: what a file or TYPE:ARG says, held against the component's schema.
#pragma once

#include <string>

#include "config/fill.hpp"
#include "config/folders.hpp"
#include "mailcomb/value.hpp"
#include "support/document.hpp"

namespace mailcomb::config {

// Gives the values the types of the schema, adds its defaults, makes paths absolute, and tells every
// error at its place. `with` is a mapping, or kNull for none; what no file says may be text
// throughout.
Checked<sdk::Value> configure(const Subject& subject, const std::string& schema_json,
                              const Node& with, const Folders& folders);

// Where a JSON pointer leads in the node: as far as it goes, the rest was not written there.
Mark find_mark(const Node& with, const std::string& pointer);

}  // namespace mailcomb::config
