// SPDX-License-Identifier: Apache-2.0
// Reach: whether a rule can ever select messages that a guard keeps.
#pragma once

#include "pipeline/rule_program.hpp"
#include "plan/guard.hpp"
#include "support/time.hpp"

namespace mailcomb::pipeline {

// False only if no message can be kept from this rule by the guard; `now` is when ages count from.
// What predicates besides dates are is taken to be independent of each other.
bool can_keep(plan::Guard guard, const ReadyRule& rule, Time now);

}  // namespace mailcomb::pipeline
