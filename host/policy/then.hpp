// SPDX-License-Identifier: Apache-2.0
// `then:` of policies and of rule types: what happens to the messages of a rule.
#pragma once

#include <vector>

#include "mail/action.hpp"
#include "support/document.hpp"

namespace mailcomb::policy {

// An action, {label: NAME}, {unlabel: NAME}, or a list of these. Of archive, trash and keep there
// is at most one, and no two contradict each other. The answer is not to be used if errors were
// added.
std::vector<mail::Action> parse_then(const Node& node, Errors& errors);

}  // namespace mailcomb::policy
