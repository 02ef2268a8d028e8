// SPDX-License-Identifier: Apache-2.0
// PlanSamples: what a rule does to a mailbox, by a few messages and its usual reason.
#pragma once

#include <string>

#include "app/report/plan_report.hpp"

namespace mailcomb::app {

// Rules are told by their index into Plan::rules.
bool comes_from(const plan::Change& change, std::size_t rule);

// A line each for the youngest changes, which somebody may still want, and one that counts the others;
// as wide as the terminal of stdout.
std::string samples(const PlanView& view, std::size_t rule);

// The reason that most of the rule's changes have, and how many if there are others.
std::string usual_reason(const PlanView& view, std::size_t rule);

}  // namespace mailcomb::app
