// SPDX-License-Identifier: Apache-2.0
// What only shows when rules are seen as a whole, once rule types have told their filters and actions:
// put those into `match` and `then`. Contradictions are looked for in files by themselves as well.
#pragma once

#include "policy/policy.hpp"

namespace mailcomb::policy {

// Whether the expression is true of every message that there can be.
bool selects_always(const filter::Expression& expression);

// Whether a rule that selects every message must not have these actions: archive, trash.
bool needs_filter(const std::vector<mail::Action>& actions);

// An error for each action of an enabled rule that contradicts one of an earlier rule.
Errors find_contradictions(const std::vector<RuleSpec>& rules);

// A warning for each filter that reads what an action of the policy changes: the second run of such
// a policy may select other messages than the first.
Errors find_feedback(const std::vector<RuleSpec>& rules);

}  // namespace mailcomb::policy
