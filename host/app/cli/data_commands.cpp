// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

void add_data_commands(Grammar& grammar) {
  auto& options = grammar.options;
  auto* purge =
      grammar.command(grammar.app, "purge", "Remove runs from the journal for good", run_purge);
  purge->add_option("--older-than", options.purge.older_than, "Runs that ended so long ago")
      ->option_text("AGE");
  purge->add_option("--run", options.run, "This run")->option_text("RUN");
  purge->add_flag("--dry-run", options.dry_run, "Only show what would be removed");
  purge->add_flag("--yes", options.yes, "Do not ask");
  auto* exported = grammar.command(grammar.app, "export",
                                   "Everything that the journal holds, as JSON", run_export);
  exported->add_option("--run", options.run, "Only this run")->option_text("RUN");
  for (auto* sub : {purge, exported}) {
    grammar.store(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
