// SPDX-License-Identifier: Apache-2.0
#include "app/commands/executed.hpp"

#include "app/report/run_report.hpp"
#include "app/signals.hpp"
#include "journal/retention.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {

pipeline::RunContext run_context(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store) {
  return {mailbox.mailbox,
          mailbox.provider,
          store,
          Workbench::clock,
          bench.environment().user,
          is_stop_asked,
          [&bench](std::int64_t settled, std::int64_t planned) {
            bench.terminal().progress().show("done", settled, planned);
          },
          [&bench] { return bench.sealing_key(); }};
}

namespace {

// What the store cannot say now is no reason to hide what was done.
std::optional<Time> undo_until(journal::RunKind kind, plugin::Store* store) {
  if (!store || kind != journal::RunKind::kApply) return {};
  const auto retention = journal::remembered_retention(*store);
  return retention ? journal::kept_until(Workbench::clock(), *retention) : std::nullopt;
}

}  // namespace

ExitCode conclude(Workbench& bench, const pipeline::RunReport& run, journal::RunKind kind,
                  bool is_degraded, plugin::Store* store) {
  auto& terminal = bench.terminal();
  terminal.progress().end();
  terminal.print(render(run_report(run, kind, undo_until(kind, store)), bench.options().format));
  const auto& execution = run.execution;
  // A provider that heeds the signal stops with an error; that is what was asked for.
  const bool has_failed = execution.error && execution.error->fault != Fault::kCancelled;
  if (has_failed) terminal.warn("error: " + to_text(*execution.error));
  if (execution.status == journal::RunStatus::kInterrupted)
    return has_failed ? ExitCode::kLater : exit_code_of_signal();
  if (execution.error || !run.is_complete() || is_degraded) return ExitCode::kPartial;
  return ExitCode::kOk;
}

Answer confirm(Workbench& bench, const std::string& question) {
  if (bench.options().yes || !bench.environment().require_confirmation) return Answer::kYes;
  if (!bench.terminal().can_ask()) return Answer::kCannotAsk;
  return bench.terminal().ask(question) ? Answer::kYes : Answer::kNo;
}

}  // namespace mailcomb::app
