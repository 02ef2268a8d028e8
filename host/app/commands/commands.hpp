// SPDX-License-Identifier: Apache-2.0
// The commands of the program, one function each.
#pragma once

#include "app/exit_code.hpp"
#include "app/workbench.hpp"

namespace mailcomb::app {

// Data has been printed when they answer; errors are the caller's to print.
using CommandResult = Checked<ExitCode>;

CommandResult run_plan(Workbench& bench);
CommandResult run_apply(Workbench& bench);
CommandResult run_run(Workbench& bench);
CommandResult run_resume(Workbench& bench);
CommandResult run_undo(Workbench& bench);
CommandResult run_history_list(Workbench& bench);
CommandResult run_history_show(Workbench& bench);
CommandResult run_history_verify(Workbench& bench);
CommandResult run_history_stats(Workbench& bench);
CommandResult run_history_pending(Workbench& bench);
CommandResult run_purge(Workbench& bench);
CommandResult run_export(Workbench& bench);
CommandResult run_store_backup(Workbench& bench);
CommandResult run_store_restore(Workbench& bench);
CommandResult run_store_status(Workbench& bench);
CommandResult run_explain(Workbench& bench);
CommandResult run_config_check(Workbench& bench);
CommandResult run_config_schema(Workbench& bench);
CommandResult run_init(Workbench& bench);
CommandResult run_metrics(Workbench& bench);
CommandResult run_policy_validate(Workbench& bench);
CommandResult run_policy_show(Workbench& bench);
CommandResult run_policy_list(Workbench& bench);
CommandResult run_protect(Workbench& bench);
CommandResult run_unprotect(Workbench& bench);
CommandResult run_policy_test(Workbench& bench);
CommandResult run_policy_coverage(Workbench& bench);
CommandResult run_policy_diff(Workbench& bench);
CommandResult run_policy_suggest(Workbench& bench);
CommandResult run_analyze(Workbench& bench);
CommandResult run_plugins_list(Workbench& bench);

inline tl::unexpected<Errors> all(Error error) { return tl::unexpected(Errors{std::move(error)}); }

}  // namespace mailcomb::app
