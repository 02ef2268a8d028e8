// SPDX-License-Identifier: Apache-2.0
// resume: finishes a run that was interrupted.
#include "app/commands/commands.hpp"
#include "app/commands/executed.hpp"
#include "app/commands/planned.hpp"
#include "journal/history.hpp"

namespace mailcomb::app {

CommandResult run_resume(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto run_id = journal::find_run(*store, bench.options().run);
  if (!run_id) return all(run_id.error());
  const auto run = journal::load_run(*store, *run_id);
  if (!run) return all(run.error());
  const auto& header = run->summary.header;
  if (header.kind == journal::RunKind::kPlan)
    return all({Fault::kUsage,
                "run '" + *run_id + "' was only a plan: there is nothing to resume",
                "'mailcomb history list' shows which runs changed mail",
                {},
                0,
                0,
                {}});
  const auto status = run->summary.status;
  if (status == journal::RunStatus::kCompleted || status == journal::RunStatus::kPartial)
    bench.terminal().note("Run " + *run_id + " has ended before; this is how.");
  auto mailbox = bench.reopen_mailbox(header.provider, header.mailbox);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  bench.measured().policy = header.policy;
  const auto resumed = pipeline::resume_run(run_context(bench, *mailbox, *store), *run_id);
  bench.terminal().progress().end();
  if (!resumed) return all(resumed.error());
  return print_answer(bench, conclude(bench, *resumed, header.kind, false, &*store));
}

}  // namespace mailcomb::app
