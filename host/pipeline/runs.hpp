// SPDX-License-Identifier: Apache-2.0
// Runs: apply a plan, finish an interrupted run, take a run back. Each holds the mailbox alone.
#pragma once

#include <string>
#include <vector>

#include "journal/recorder.hpp"
#include "journal/run.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/hold.hpp"
#include "pipeline/inversion.hpp"
#include "plan/plan.hpp"
#include "plugin/mailbox.hpp"
#include "plugin/store.hpp"

namespace mailcomb::pipeline {

// What a run works on and with. The mailbox and the store must outlive it.
struct RunContext {
  plugin::Mailbox& mailbox;
  std::string provider;
  plugin::Store& store;
  journal::Clock clock;
  std::string user;  // user@host, told to other runs.
  plugin::StopAsked stop;
  std::function<void(std::int64_t settled, std::int64_t planned)> progress;
  // What subjects and senders are sealed with; null if none are to be kept. Asked only if there are
  // any.
  std::function<Result<const journal::SealingKey*>()> key = {};
  telemetry::Meter* meter = nullptr;
};

struct RunReport {
  std::string run_id;
  Execution execution;
  // Never tried: gone, or changed by somebody else since the plan was made or the run was done.
  std::vector<journal::MessageResult> dropped;
  std::int64_t nothing_to_undo = 0;  // Of an undo: messages that are as before the run.

  bool is_complete() const {
    return execution.status == journal::RunStatus::kCompleted && dropped.empty();
  }
};

// The id of a run that starts now; ids are in the order of time. `random` tells apart those that
// start in one millisecond.
std::string make_run_id(Time now, std::uint32_t random);

// Journals the plan, then executes it. `header` has everything but the mailbox's account and the
// kind. An error means that nothing was changed.
Result<RunReport> apply_plan(const RunContext& context, const plan::Plan& plan,
                             journal::RunHeader header);

// Goes on where a run stopped, also an undo. A run that has ended is reported as it ended.
Result<RunReport> resume_run(const RunContext& context, const std::string& run_id);

// Whether undo_run could take it back, as far as the journal knows: an apply whose messages are still in
// it.
Result<void> check_undoable(const journal::Run& run);

// Takes back what an apply did, as far as nobody has touched it since. `header` as for apply_plan.
Result<RunReport> undo_run(const RunContext& context, const std::string& run_id,
                           journal::RunHeader header);

// What undo_run would do; changes nothing and takes no lock.
Result<Inversion> preview_undo(plugin::Mailbox& mailbox, plugin::Store& store,
                               const std::string& run_id);

}  // namespace mailcomb::pipeline
