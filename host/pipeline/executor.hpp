// SPDX-License-Identifier: Apache-2.0
// Executor: carries out journalled intents batch by batch, and believes only what it observes.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "journal/recorder.hpp"
#include "journal/run.hpp"
#include "pipeline/observe.hpp"
#include "plugin/mailbox.hpp"
#include "telemetry/meter.hpp"

namespace mailcomb::pipeline {

struct Execution {
  journal::RunStatus status = journal::RunStatus::kCompleted;
  journal::Tally tally;
  std::vector<journal::MessageResult> problems;  // Everything that was not done.
  std::optional<Error> error;                    // Why it stopped early.
};

// Whether the messages may have changed since their intents were journalled.
enum class Freshness {
  kJustObserved,
  kInDoubt,  // A run that goes on: every message is looked at before anything is done to it.
};

// What the executor asks and tells while it works. Each may be empty.
struct ExecutorHooks {
  plugin::StopAsked stop;                      // Between batches: true ends the run.
  std::function<Result<void>()> before_batch;  // Nothing waits for a commit; an error ends the run.
  std::function<void(std::int64_t settled)> after_batch;  // Messages settled so far.
  telemetry::Meter* meter = nullptr;
};

class Executor {
 public:
  // Mailbox and recorder must outlive it.
  Executor(plugin::Mailbox& mailbox, journal::Recorder& recorder, ExecutorHooks hooks);

  // `intents` are in the order of their batches; `tally` tells what is settled already. Ends the
  // journal in any case that lets it be written.
  Execution run(std::span<const journal::Intent> intents, journal::Tally tally,
                Freshness freshness);

 private:
  using Intents = std::vector<const journal::Intent*>;
  using Results = std::vector<journal::MessageResult>;

  Result<void> run_batch(const Intents& batch, Freshness freshness);
  Result<Intents> check(const Intents& batch, Results& results);
  Result<void> apply(const Intents& batch, Results& results);
  void settle(const Results& results);
  void measure(const Intents& batch, const Results& results);
  plugin::ApplyReport apply_changes(const Intents& batch);
  Result<Observations> look_at(const Intents& batch);
  void stop(std::optional<Error> error);

  plugin::Mailbox& mailbox_;
  journal::Recorder& recorder_;
  ExecutorHooks hooks_;
  Execution execution_;
};

// What became of a message after it was asked to change; empty if nothing was tried.
std::optional<journal::MessageResult> judge(const journal::Intent& intent,
                                            const Observations& observations,
                                            const plugin::Outcome& outcome);

// Whether the message is as the intent wants it.
bool is_achieved(const journal::Intent& intent, const mail::State& observed);

}  // namespace mailcomb::pipeline
