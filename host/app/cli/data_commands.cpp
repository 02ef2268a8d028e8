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
  auto* store = grammar.app.add_subcommand("store", "Look after the store of the journal");
  auto* backup =
      grammar.command(*store, "backup", "Copy the store, also while it is used", run_store_backup);
  backup->add_option("FILE", options.store_file, "A new file")->required();
  auto* restore = grammar.command(*store, "restore", "Put a backup in the place of the store",
                                  run_store_restore);
  restore->add_option("FILE", options.store_file, "What 'store backup' wrote")->required();
  restore->add_flag("--yes", options.yes, "Do not ask");
  auto* status = grammar.command(*store, "status", "What the store holds", run_store_status);
  for (auto* sub : {purge, exported, backup, restore, status}) {
    grammar.pipeline(sub);
    grammar.store(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
