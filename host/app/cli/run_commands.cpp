// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

void add_run_commands(Grammar& grammar) {
  auto& options = grammar.options;
  auto* resume =
      grammar.command(grammar.app, "resume", "Finish a run that was interrupted", run_resume);
  grammar.run_name(resume);
  auto* undo = grammar.command(grammar.app, "undo", "Take a run back", run_undo);
  grammar.run_name(undo);
  undo->add_flag("--dry-run", options.dry_run, "Only show what would be taken back");
  undo->add_flag("--yes", options.yes, "Do not ask");
  for (auto* sub : {resume, undo}) {
    grammar.store(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
