// SPDX-License-Identifier: Apache-2.0
// Defaults: the components and the policy that are used when nothing is said; an installed file.
#pragma once

#include <string>
#include <vector>

#include "config/composition.hpp"
#include "support/error.hpp"

namespace mailcomb::config {

struct Defaults {
  std::string rule;                       // The rule type of a rule that names none.
  std::string store;                      // As --store takes it.
  std::string policy;                     // As --policy takes it.
  std::vector<ComponentEntry> mailboxes;  // Where people often have one.
};

// From the text of the file that is named `name` in errors. Every key must be there.
Checked<Defaults> read_defaults(const std::string& text, const std::string& name);

}  // namespace mailcomb::config
