// SPDX-License-Identifier: Apache-2.0
// Execution: what apply and run have in common, from a plan to changed mail.
#pragma once

#include <optional>

#include "app/commands/executed.hpp"
#include "app/commands/planned.hpp"
#include "pipeline/dry_or_real.hpp"

namespace mailcomb::app {

// What flags, environment, policy and pipeline say of changing mail.
pipeline::Asked asked(const Workbench& bench, bool is_apply, std::optional<bool> policy_dry_run);

// Ages judged from the future would take mail that is too young.
Result<void> check_now(Time now);

// Before anything is planned or shown, since nothing can come of it; a dry run may look.
Result<void> check_can_change(const Workbench& bench, const OpenMailbox& mailbox);

// Journals and executes the plan, whatever its guards say.
Checked<Answer> execute_plan(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store,
                             const Planned& planned);

}  // namespace mailcomb::app
