// SPDX-License-Identifier: Apache-2.0
// PlanFooter: what a plan comes to, in one line.
#pragma once

#include <string>

#include "plan/plan.hpp"

namespace mailcomb::app {

// "Plan: 312 archive (5.2% of the mailbox, limit 60%), 45 trash (…), 1,204 kept by guards"
std::string plan_footer(const plan::Plan& plan);

}  // namespace mailcomb::app
