// SPDX-License-Identifier: Apache-2.0
#include "pipeline/runs.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "journal/history.hpp"
#include "journal/protected_list.hpp"
#include "pipeline/preparation.hpp"

namespace mailcomb::pipeline {
namespace {

using journal::Intent;
using journal::RunKind;
using journal::RunStatus;

Result<Hold> hold(const RunContext& context, const std::string& run_id) {
  return Hold::take(context.mailbox, context.provider, context.store,
                    fmt::format("run {} of {} (process {}, since {})", run_id, context.user,
                                getpid(), to_rfc3339(context.clock())));
}

ExecutorHooks hooks_of(const RunContext& context, Hold& hold, std::int64_t planned) {
  return {context.stop, [&hold] { return hold.renew(); },
          [&context, planned](std::int64_t settled) {
            if (context.progress) context.progress(settled, planned);
          },
          context.meter};
}

Execution execute(const RunContext& context, Hold& hold, journal::Recorder& recorder,
                  std::span<const Intent> intents, journal::Tally tally, Freshness freshness) {
  Executor executor(context.mailbox, recorder, hooks_of(context, hold, tally.planned));
  return executor.run(intents, tally, freshness);
}

bool has_ended(const journal::Run& run) {
  const auto status = run.summary.status;
  return status != RunStatus::kUnfinished && status != RunStatus::kInterrupted;
}

tl::unexpected<Error> not_undoable(const journal::Run& run) {
  const auto& header = run.summary.header;
  if (header.kind == RunKind::kUndo)
    return fail(Fault::kUsage,
                "run '" + header.run_id + "' is itself an undo, and cannot be taken back",
                "apply the policy again to do again what run '" + header.undoes + "' did");
  return fail(Fault::kUsage, "run '" + header.run_id + "' was only a plan: it changed nothing",
              "'mailcomb history list' shows which runs changed mail");
}

Result<journal::Run> load_undoable(plugin::Store& store, const std::string& run_id) {
  auto run = journal::load_run(store, run_id);
  if (!run) return run;
  if (auto checked = check_undoable(*run); !checked) return tl::unexpected(checked.error());
  return run;
}

// After an undo, as far as it came: folders that are in use stay, and the original run remembers.
Result<void> conclude_undo(const RunContext& context, const journal::Run& undone,
                           const RunReport& report) {
  if (report.execution.status == RunStatus::kInterrupted) return {};
  if (!undone.creations.is(sdk::Value::Kind::kNull))
    if (auto retired = context.mailbox.retire(undone.creations); !retired) return retired;
  journal::Recorder original(context.store, context.clock, undone.summary.header.run_id,
                             undone.next_sequence);
  return original.mark_undone(report.run_id);
}

// The journal ends with a word on why it stopped; what could not be concluded is an error of the run.
RunReport concluded(const RunContext& context, const journal::Run& undone, RunReport report) {
  if (auto done = conclude_undo(context, undone, report); !done && !report.execution.error)
    report.execution.error = done.error();
  return report;
}

Result<const journal::SealingKey*> key_for(const RunContext& context,
                                           const std::vector<Intent>& intents) {
  const bool has_metadata = std::any_of(intents.begin(), intents.end(), [](const Intent& intent) {
    return !intent.metadata.empty();
  });
  return context.key && has_metadata ? context.key() : nullptr;
}

std::vector<Intent> open_intents(const journal::Run& run) {
  std::vector<Intent> open;
  for (const auto& intent : run.intents)
    if (!run.results.contains(intent.message_id)) open.push_back(intent);
  return open;
}

Execution go_on(const RunContext& context, Hold& hold, const journal::Run& run) {
  journal::Recorder recorder(context.store, context.clock, run.summary.header.run_id,
                             run.next_sequence);
  journal::Tally tally;
  tally.planned = static_cast<std::int64_t>(run.intents.size());
  for (const auto& [id, result] : run.results) tally.count(result.outcome);
  return execute(context, hold, recorder, open_intents(run), tally, Freshness::kInDoubt);
}

}  // namespace

std::string make_run_id(Time now, std::uint32_t random) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  return fmt::format("{:%Y%m%dT%H%M%S}{:03}-{:06x}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                     (now - seconds).count(), random & 0xFFFFFFU);
}

Result<RunReport> apply_plan(const RunContext& context, const plan::Plan& plan,
                             journal::RunHeader header) {
  auto held = hold(context, header.run_id);
  if (!held) return tl::unexpected(held.error());
  if (auto same = journal::check_protected(context.store, header); !same)
    return tl::unexpected(same.error());
  auto preparation = prepare(context.mailbox, plan, context.stop);
  if (!preparation) return tl::unexpected(preparation.error());
  header.kind = RunKind::kApply;
  header.provider = context.provider;
  header.account = context.mailbox.description().account;
  const auto& intents = preparation->intents;
  const auto key = key_for(context, intents);
  if (!key) return tl::unexpected(key.error());
  journal::Recorder recorder(context.store, context.clock, header.run_id, 0, *key);
  if (auto begun = recorder.begin(header, intents, preparation->creations); !begun)
    return tl::unexpected(begun.error());
  journal::Tally tally;
  tally.planned = static_cast<std::int64_t>(intents.size());
  auto execution = execute(context, *held, recorder, intents, tally, Freshness::kJustObserved);
  return RunReport{header.run_id, std::move(execution), std::move(preparation->dropped), 0};
}

Result<RunReport> resume_run(const RunContext& context, const std::string& run_id) {
  auto held = hold(context, run_id);
  if (!held) return tl::unexpected(held.error());
  // Only now: until we had the mailbox, the run might still have been going on.
  const auto run = journal::load_run(context.store, run_id);
  if (!run) return tl::unexpected(run.error());
  const auto& summary = run->summary;
  if (!summary.undone_by.empty())
    return fail(Fault::kUsage,
                "run '" + run_id + "' was taken back by run '" + summary.undone_by + "'",
                "apply the policy again to do again what it did");
  RunReport report{run_id, {summary.status, summary.tally, {}, {}}, {}, 0};
  // An undo only puts back; an apply may have been waiting while somebody protected a sender.
  if (!has_ended(*run) && summary.header.kind == RunKind::kApply)
    if (auto same = journal::check_protected(context.store, summary.header); !same)
      return tl::unexpected(same.error());
  if (!has_ended(*run)) report.execution = go_on(context, *held, *run);
  if (summary.header.kind != RunKind::kUndo) return report;
  const auto undone = journal::load_run(context.store, summary.header.undoes);
  if (!undone) return tl::unexpected(undone.error());
  // An undo that ended may have died before it was concluded.
  if (undone->summary.undone_by == run_id) return report;
  return concluded(context, *undone, std::move(report));
}

Result<void> check_undoable(const journal::Run& run) {
  const auto& summary = run.summary;
  if (summary.header.kind != RunKind::kApply) return not_undoable(run);
  if (!summary.trimmed_at) return {};
  const auto& run_id = summary.header.run_id;
  return fail(Fault::kUsage,
              "run '" + run_id +
                  "' can no longer be undone: its messages were removed from the journal on " +
                  to_rfc3339(*summary.trimmed_at).substr(0, 10),
              "'mailcomb history show " + run_id + "' says what it came to");
}

Result<RunReport> undo_run(const RunContext& context, const std::string& run_id,
                           journal::RunHeader header) {
  auto held = hold(context, header.run_id);
  if (!held) return tl::unexpected(held.error());
  const auto run = load_undoable(context.store, run_id);
  if (!run) return tl::unexpected(run.error());
  auto inversion = invert(context.mailbox, *run, context.stop);
  if (!inversion) return tl::unexpected(inversion.error());
  header.kind = RunKind::kUndo;
  header.provider = context.provider;
  header.account = context.mailbox.description().account;
  header.undoes = run_id;
  journal::Recorder recorder(context.store, context.clock, header.run_id);
  if (auto begun = recorder.begin(header, inversion->intents, {}); !begun)
    return tl::unexpected(begun.error());
  journal::Tally tally;
  tally.planned = static_cast<std::int64_t>(inversion->intents.size());
  RunReport report{header.run_id, {}, std::move(inversion->skipped), inversion->nothing_to_undo};
  report.execution =
      execute(context, *held, recorder, inversion->intents, tally, Freshness::kJustObserved);
  return concluded(context, *run, std::move(report));
}

Result<Inversion> preview_undo(plugin::Mailbox& mailbox, plugin::Store& store,
                               const std::string& run_id) {
  const auto run = load_undoable(store, run_id);
  if (!run) return tl::unexpected(run.error());
  return invert(mailbox, *run);
}

}  // namespace mailcomb::pipeline
