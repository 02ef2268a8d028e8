// SPDX-License-Identifier: Apache-2.0
// undo: takes a run back.
#include "app/commands/commands.hpp"
#include "app/commands/executed.hpp"
#include "app/commands/planned.hpp"
#include "app/report/run_report.hpp"
#include "journal/history.hpp"

namespace mailcomb::app {
namespace {

CommandResult preview(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store,
                      const std::string& run_id) {
  const auto inversion = pipeline::preview_undo(mailbox.mailbox, store, run_id);
  if (!inversion) return all(inversion.error());
  bench.terminal().print(render(undo_preview(run_id, *inversion), bench.options().format));
  return inversion->skipped.empty() ? ExitCode::kOk : ExitCode::kPartial;
}

CommandResult undo(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store,
                   const journal::RunHeader& undone) {
  switch (confirm(bench, "Take back run " + undone.run_id + "?")) {
    case Consent::kNo: bench.terminal().note("Nothing was done."); return ExitCode::kOk;
    case Consent::kCannotAsk:
      return all({Fault::kUsage,
                  "undo asks before it changes mail, and there is no terminal to ask on",
                  "add --yes to answer the question",
                  {},
                  0,
                  0,
                  {}});
    case Consent::kYes: break;
  }
  plan::Binding binding;
  binding.policy = undone.policy;
  binding.policy_digest = undone.policy_digest;
  const auto header = header_for(bench, mailbox, binding, Workbench::clock());
  bench.measured().policy = undone.policy;
  const auto run = pipeline::undo_run(run_context(bench, mailbox, store), undone.run_id, header);
  bench.terminal().progress().end();
  if (!run) return all(run.error());
  return print_answer(bench, conclude(bench, *run, journal::RunKind::kUndo, false));
}

}  // namespace

CommandResult run_undo(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto run_id = journal::find_run(*store, bench.options().run);
  if (!run_id) return all(run_id.error());
  const auto run = journal::load_run(*store, *run_id);
  if (!run) return all(run.error());
  // Before anybody is asked; undo_run looks again, under the mailbox's lock.
  if (auto checked = pipeline::check_undoable(*run); !checked) return all(checked.error());
  const auto& header = run->summary.header;
  auto mailbox = bench.reopen_mailbox(header.provider, header.mailbox);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  if (bench.options().dry_run) return preview(bench, *mailbox, *store, *run_id);
  return undo(bench, *mailbox, *store, header);
}

}  // namespace mailcomb::app
