// SPDX-License-Identifier: Apache-2.0
#include "app/commands/executed.hpp"

#include "app/report/run_report.hpp"
#include "app/signals.hpp"
#include "journal/retention.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

ExitCode exit_code_of(const pipeline::RunReport& run, bool is_degraded) {
  const auto& execution = run.execution;
  const bool has_failed = execution.error && execution.error->fault != Fault::kCancelled;
  if (execution.status == journal::RunStatus::kInterrupted)
    return has_failed ? ExitCode::kLater : exit_code_of_signal();
  if (execution.error || !run.is_complete() || is_degraded) return ExitCode::kPartial;
  return ExitCode::kOk;
}

// What the store cannot say now is no reason to hide what was done.
std::optional<Time> undo_until(journal::RunKind kind, plugin::Store* store) {
  if (!store || kind != journal::RunKind::kApply) return {};
  const auto retention = journal::remembered_retention(*store);
  return retention ? journal::kept_until(Workbench::clock(), *retention) : std::nullopt;
}

}  // namespace

pipeline::RunContext run_context(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store) {
  bench.measured().changes_mail = true;
  return {mailbox.mailbox,
          mailbox.provider,
          store,
          Workbench::clock,
          bench.environment().user,
          is_stop_asked,
          [&bench](std::int64_t settled, std::int64_t planned) {
            bench.terminal().progress().show("done", {settled, planned, {}});
          },
          [&bench] { return bench.sealing_key(); },
          &bench.meter()};
}

Answer conclude(Workbench& bench, const pipeline::RunReport& run, journal::RunKind kind,
                bool is_degraded, plugin::Store* store) {
  bench.terminal().progress().end();
  // A provider that heeds the signal stops with an error; that is what was asked for.
  const auto& error = run.execution.error;
  const bool has_failed = error && error->fault != Fault::kCancelled;
  if (has_failed) bench.terminal().warn("error: " + to_text(*error));
  return {exit_code_of(run, is_degraded), run_report(run, kind, undo_until(kind, store))};
}

Consent confirm(Workbench& bench, const std::string& question) {
  if (bench.options().yes || !bench.settings().require_confirmation) return Consent::kYes;
  if (!bench.terminal().can_ask()) return Consent::kCannotAsk;
  return bench.terminal().ask(question) ? Consent::kYes : Consent::kNo;
}

}  // namespace mailcomb::app
