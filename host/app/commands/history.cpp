// SPDX-License-Identifier: Apache-2.0
// history: the runs there were.
#include "journal/history.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/report/run_report.hpp"

namespace mailcomb::app {

CommandResult run_history_list(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto runs = journal::list_runs(*store);
  if (!runs) return all(runs.error());
  bench.terminal().print(render(history_report(*runs), bench.options().format));
  return ExitCode::kOk;
}

CommandResult run_history_show(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto run_id = journal::find_run(*store, bench.options().run);
  if (!run_id) return all(run_id.error());
  const auto run = journal::load_run(*store, *run_id);
  if (!run) return all(run.error());
  bench.terminal().print(render(history_entry(*run), bench.options().format));
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
