// SPDX-License-Identifier: Apache-2.0
#include "pipeline/executor.hpp"

#include <algorithm>
#include <map>

#include "pipeline/measure.hpp"
#include "pipeline/state_text.hpp"

namespace mailcomb::pipeline {
namespace {

using journal::Intent;
using journal::MessageResult;
using journal::Outcome;
using plugin::OutcomeKind;

std::vector<std::string> ids_of(const std::vector<const Intent*>& intents) {
  std::vector<std::string> ids;
  for (const auto* intent : intents) ids.push_back(intent->message_id);
  return ids;
}

// The intent's token is for undoing it later, unless the run itself is an undo.
plugin::Change change_of(const Intent& intent) {
  plugin::Change change{intent.message_id, {}, {}};
  for (const auto& intended : intent.actions)
    change.actions.push_back(mail::to_text(intended.action));
  if (intent.is_undo) change.restore = intent.restore;
  return change;
}

}  // namespace

bool is_achieved(const Intent& intent, const mail::State& observed) {
  if (mail::fits(observed, intent.expected)) return true;
  if (intent.is_undo) return false;
  return std::all_of(intent.actions.begin(), intent.actions.end(), [&](const auto& intended) {
    return mail::satisfies(observed, intended.action);
  });
}

std::optional<MessageResult> judge(const Intent& intent, const Observations& observations,
                                   const plugin::Outcome& outcome) {
  const auto& id = intent.message_id;
  const auto* observed = observations.find(id);
  if (!observed) {
    const auto why = observations.why_missing(id);
    if (!why.empty()) return MessageResult{id, Outcome::kFailed, why};
    return MessageResult{id, Outcome::kGone, "no longer in the mailbox"};
  }
  if (is_achieved(intent, observed->state)) return MessageResult{id, Outcome::kDone, {}};
  if (observed->state != intent.prior)
    return MessageResult{id, Outcome::kTouched,
                         "another program changed it meanwhile: it is " +
                             state_text(observed->state) + ", and was " + state_text(intent.prior)};
  if (outcome.kind == OutcomeKind::kUntried) return {};
  if (outcome.kind == OutcomeKind::kFailed)
    return MessageResult{id, Outcome::kFailed, outcome.detail};
  return MessageResult{id, Outcome::kFailed,
                       "the provider reported success, but the message did not change"};
}

Executor::Executor(plugin::Mailbox& mailbox, journal::Recorder& recorder, ExecutorHooks hooks)
    : mailbox_(mailbox), recorder_(recorder), hooks_(std::move(hooks)) {}

Execution Executor::run(std::span<const Intent> intents, journal::Tally tally,
                        Freshness freshness) {
  execution_ = {};
  execution_.tally = tally;
  for (std::size_t at = 0; at < intents.size();) {
    Intents batch;
    const auto number = intents[at].batch;
    for (; at < intents.size() && intents[at].batch == number; ++at) batch.push_back(&intents[at]);
    if (hooks_.stop && hooks_.stop()) stop({});
    if (execution_.status == journal::RunStatus::kInterrupted) break;
    if (auto done = run_batch(batch, freshness); !done) stop(done.error());
    if (execution_.error) break;
  }
  if (execution_.status != journal::RunStatus::kInterrupted && !execution_.tally.all_done())
    execution_.status = journal::RunStatus::kPartial;
  auto ended = recorder_.end({execution_.status, execution_.tally});
  if (!ended && !execution_.error) stop(ended.error());
  return std::move(execution_);
}

Result<void> Executor::run_batch(const Intents& batch, Freshness freshness) {
  Results results;
  Intents todo = batch;
  if (freshness == Freshness::kInDoubt) {
    auto open = check(batch, results);
    if (!open) return tl::unexpected(open.error());
    todo = std::move(*open);
  }
  const auto number = batch.front()->batch;
  if (auto started = recorder_.start_batch(number); !started) return started;
  if (hooks_.before_batch)
    if (auto ready = hooks_.before_batch(); !ready) return ready;
  const auto applied = todo.empty() ? Result<void>() : apply(todo, results);
  if (auto added = recorder_.add_results(results, number); !added) return added;
  settle(results);
  measure(batch, results);
  return applied;
}

Result<Executor::Intents> Executor::check(const Intents& batch, Results& results) {
  const auto observations = look_at(batch);
  if (!observations) return tl::unexpected(observations.error());
  Intents open;
  for (const auto* intent : batch) {
    if (auto result = judge(*intent, *observations, {}))
      results.push_back(std::move(*result));
    else
      open.push_back(intent);
  }
  return open;
}

Result<void> Executor::apply(const Intents& batch, Results& results) {
  auto report = apply_changes(batch);
  const auto observations = look_at(batch);
  if (!observations) return tl::unexpected(report.error.value_or(observations.error()));
  bool untried = false;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    auto result = judge(*batch[i], *observations, report.outcomes[i]);
    untried = untried || !result;
    if (result) results.push_back(std::move(*result));
  }
  if (report.error) return tl::unexpected(std::move(*report.error));
  if (untried) stop({});
  return {};
}

plugin::ApplyReport Executor::apply_changes(const Intents& batch) {
  const telemetry::StageTime applying(hooks_.meter, telemetry::Stage::kApply);
  std::vector<plugin::Change> changes;
  for (const auto* intent : batch) changes.push_back(change_of(*intent));
  auto report = mailbox_.apply(changes);
  if (hooks_.meter) measure_outcomes(report.outcomes, *hooks_.meter);
  return report;
}

Result<Observations> Executor::look_at(const Intents& batch) {
  const telemetry::StageTime verifying(hooks_.meter, telemetry::Stage::kVerify);
  return observe(mailbox_, ids_of(batch), WithRestore::kNo);
}

void Executor::measure(const Intents& batch, const Results& results) {
  if (!hooks_.meter) return;
  std::map<std::string_view, const Intent*> intents;
  for (const auto* intent : batch) intents.emplace(intent->message_id, intent);
  for (const auto& result : results)
    measure_result(*intents.at(result.message_id), result.outcome, *hooks_.meter);
}

void Executor::settle(const Results& results) {
  for (const auto& result : results) {
    execution_.tally.count(result.outcome);
    if (result.outcome != Outcome::kDone) execution_.problems.push_back(result);
  }
  const auto& tally = execution_.tally;
  if (hooks_.after_batch)
    hooks_.after_batch(tally.done + tally.gone + tally.touched + tally.failed);
}

void Executor::stop(std::optional<Error> error) {
  execution_.status = journal::RunStatus::kInterrupted;
  if (error) execution_.error = std::move(error);
}

}  // namespace mailcomb::pipeline
