// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/measured.hpp"

namespace mailcomb::app {

void add_run_commands(Grammar& grammar) {
  auto& options = grammar.options;
  auto* run = grammar.command(grammar.app, "run",
                              "For schedulers: plan, and apply only with --execute; never asks",
                              measured<run_run, Stamp::kAlways>);
  run->add_flag("--dry-run", options.dry_run, "Change nothing, whatever the pipeline says");
  run->add_flag("--execute", options.execute, "Change mail");
  grammar.policy(run);
  grammar.mailbox(run);
  auto* resume = grammar.command(grammar.app, "resume", "Finish a run that was interrupted",
                                 measured<run_resume, Stamp::kOnceExecuted>);
  grammar.run_name(resume);
  auto* undo =
      grammar.command(grammar.app, "undo", "Take a run back", measured<run_undo, Stamp::kNever>);
  grammar.run_name(undo);
  undo->add_flag("--dry-run", options.dry_run, "Only show what would be taken back");
  undo->add_flag("--yes", options.yes, "Do not ask");
  for (auto* sub : {run, resume, undo}) {
    grammar.pipeline(sub);
    grammar.metrics(sub);
    grammar.store(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
