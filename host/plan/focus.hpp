// SPDX-License-Identifier: Apache-2.0
// Focus: a plan without the rules that only had their say.
#pragma once

#include <span>

#include "plan/plan.hpp"
#include "plan/rule.hpp"

namespace mailcomb::plan {

// Takes out the tallies of rules that do not act, and numbers the others anew. No action or decision
// of theirs is left.
void drop_idle_rules(std::span<const Rule> rules, Plan& plan);

}  // namespace mailcomb::plan
