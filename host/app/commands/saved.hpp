// SPDX-License-Identifier: Apache-2.0
// Saved: a plan from a file, held against the mailbox, the policy and the plugins that it is for.
#pragma once

#include "app/commands/planned.hpp"
#include "plan/saved_plan.hpp"

namespace mailcomb::app {

// --plan FILE
Result<plan::SavedPlan> read_saved(const Workbench& bench);

// Fails with kInvalid if anything is not what the plan was made for.
Checked<Planned> bind_saved(Workbench& bench, const OpenMailbox& mailbox, plan::SavedPlan saved);

}  // namespace mailcomb::app
