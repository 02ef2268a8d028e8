// SPDX-License-Identifier: Apache-2.0
// run: for schedulers. Finishes what an earlier run left, plans, and applies only where that is asked
// for; it never asks a question.
#include "app/commands/commands.hpp"
#include "app/commands/each_mailbox.hpp"
#include "app/commands/execution.hpp"
#include "app/commands/proven.hpp"
#include "app/commands/unfinished.hpp"
#include "app/report/scheduled_report.hpp"
#include "app/signals.hpp"
#include "journal/retention.hpp"

namespace mailcomb::app {
namespace {

using pipeline::Effect;

Answer answer(ExitCode code, const ScheduledRun& run) { return {code, scheduled_report(run)}; }

// What earlier runs left comes first: a plan made before would be of mail that still moves.
Checked<std::optional<Answer>> finish_earlier(Workbench& bench, OpenMailbox& mailbox,
                                              plugin::Store& store, ScheduledRun& scheduled) {
  const auto unfinished = find_unfinished(store, mailbox);
  if (!unfinished) return all(unfinished.error());
  for (const auto& earlier : *unfinished) {
    bench.terminal().note("Run " + earlier.run_id + " was not finished; going on with it first.");
    const auto resumed = pipeline::resume_run(run_context(bench, mailbox, store), earlier.run_id);
    if (!resumed) return all(resumed.error());
    auto concluded = conclude(bench, *resumed, earlier.kind, false, &store);
    scheduled.resumed.push_back(std::move(*concluded.report));
    if (resumed->execution.status == journal::RunStatus::kInterrupted)
      return answer(concluded.code, scheduled);
  }
  return std::nullopt;
}

Checked<Answer> execute(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store,
                        const Planned& planned, ScheduledRun& scheduled) {
  const auto& plan = planned.planning.plan;
  if (planned.unprotected) return all(*planned.unprotected);
  if (auto checked = check_now(plan.now); !checked) return all(checked.error());
  if (!plan.trips.empty()) {
    for (const auto& trip : plan.trips)
      bench.terminal().warn("mailbox " + scheduled.mailbox + ": stopped by " + trip.name + ": " +
                            trip.detail + "; nothing was done");
    return answer(ExitCode::kGuard, scheduled);
  }
  auto executed = execute_plan(bench, mailbox, store, planned);
  if (!executed) return tl::unexpected(std::move(executed.error()));
  scheduled.run = std::move(executed->report);
  return answer(executed->code, scheduled);
}

// Dry: what an execution would come to.
Checked<Answer> look(Workbench& bench, const OpenMailbox& mailbox, const Planned& planned,
                     const ScheduledRun& scheduled) {
  remember(bench, mailbox, planned);
  return answer(planned.planning.is_degraded() ? ExitCode::kPartial : ExitCode::kOk, scheduled);
}

Checked<Answer> run_mailbox(Workbench& bench, const std::string& reference, Effect effect) {
  auto mailbox = bench.open_mailbox(reference);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  ScheduledRun scheduled;
  scheduled.mailbox = reference;
  scheduled.effect = effect;
  if (effect == Effect::kDry) {
    const auto planned = make_planned(bench, *mailbox);
    if (!planned) return tl::unexpected(planned.error());
    tell_degradation(bench, *planned);
    scheduled.plan = &*planned;
    return look(bench, *mailbox, *planned, scheduled);
  }
  if (auto checked = check_can_change(bench, *mailbox); !checked) return all(checked.error());
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  auto earlier = finish_earlier(bench, *mailbox, *store, scheduled);
  if (!earlier) return tl::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  const auto planned = make_planned(bench, *mailbox);
  if (!planned) return tl::unexpected(planned.error());
  tell_degradation(bench, *planned);
  scheduled.plan = &*planned;
  return execute(bench, *mailbox, *store, *planned, scheduled);
}

// What the store's `retention` lets go of. That it cannot be removed now undoes nothing that was done.
void remove_old_runs(Workbench& bench) {
  const auto& settings = bench.settings();
  const auto* entry =
      settings.composition ? settings.composition->find_store(settings.store) : nullptr;
  if (!entry || (!entry->retention.runs && !entry->retention.actions)) return;
  const auto say = [&](const Error& error) {
    bench.terminal().warn("warning: old runs are not removed: " + to_text(error));
  };
  auto store = bench.open_store();
  if (!store) return say(store.error().front());
  const auto removed = journal::retain(*store, {entry->retention.runs, entry->retention.actions},
                                       Workbench::clock());
  if (!removed) return say(removed.error());
  if (!removed->empty())
    bench.terminal().detail("removed from the journal: " + std::to_string(removed->whole.size()) +
                            " runs, and the messages of " +
                            std::to_string(removed->messages.size()));
}

// That of mailcomb.yaml is for scheduled runs: others may use another store, and would replace it by
// that one's metrics.
void heed_textfile(Workbench& bench) {
  const auto& composition = bench.settings().composition;
  auto& file = bench.measured().file;
  if (composition && file.empty()) file = composition->metrics.textfile;
}

}  // namespace

CommandResult run_run(Workbench& bench) {
  heed_textfile(bench);
  const auto* pipeline = bench.settings().pipeline;
  if (pipeline && pipeline->deadline) stop_after(*pipeline->deadline);
  // Once, and not for every mailbox.
  const auto policy = bench.find_policy();
  if (!policy) return tl::unexpected(policy.error());
  const auto effect = pipeline::dry_or_real(asked(bench, false, policy->policy.dry_run));
  if (!effect) return all(effect.error());
  if (auto proven = check_tests(bench); proven != ExitCode::kOk) return proven;
  if (*effect == Effect::kDry)
    bench.terminal().note(
        "Dry run: nothing will be changed. --execute, or 'execute: true' in the "
        "pipeline, changes mail.");
  auto result = for_each_mailbox(
      bench,
      [&](Workbench& at, const std::string& mailbox) { return run_mailbox(at, mailbox, *effect); },
      Envelope::kAlways);
  if (*effect == Effect::kReal) remove_old_runs(bench);
  return result;
}

}  // namespace mailcomb::app
