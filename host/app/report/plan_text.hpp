// SPDX-License-Identifier: Apache-2.0
// PlanText: a plan for people.
#pragma once

#include <string>

#include "app/report/plan_report.hpp"

namespace mailcomb::app {

// The table of its rules, samples and reasons, guards and notes, limits that stop it, and the sum.
std::string plan_text(const PlanView& view);

}  // namespace mailcomb::app
