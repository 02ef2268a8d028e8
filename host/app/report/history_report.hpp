// SPDX-License-Identifier: Apache-2.0
// How earlier runs are shown: as a list, one message by message, and counted.
#pragma once

#include <vector>

#include "app/report/report.hpp"
#include "journal/retention.hpp"
#include "journal/run.hpp"
#include "journal/statistics.hpp"

namespace mailcomb::app {

// {runs: [{run_id, …}]}. `if_none` is what people read instead of an empty table.
Report history_report(const std::vector<journal::RunSummary>& runs,
                      const journal::Retention& retention, std::string if_none);

// What became of the subjects and senders of a run.
struct Unsealing {
  enum class State { kNone, kShown, kLocked };
  State state = State::kNone;  // kNone: none were kept.
  std::string why;             // Why they, or some of them, cannot be shown; or empty.
};

Report history_entry(const journal::Run& run, const journal::Retention& retention,
                     const Unsealing& unsealing);

// {by, since, groups: [{key, runs, …}]}
Report statistics_report(const journal::Statistics& statistics, const std::string& by,
                         std::optional<Time> since);

}  // namespace mailcomb::app
