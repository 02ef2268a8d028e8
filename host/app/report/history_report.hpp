// SPDX-License-Identifier: Apache-2.0
// How earlier runs are shown: as a list, one message by message, and counted.
#pragma once

#include <vector>

#include "app/report/report.hpp"
#include "journal/run.hpp"
#include "journal/statistics.hpp"

namespace mailcomb::app {

// {runs: [{run_id, …}]}. `if_none` is what people read instead of an empty table.
Report history_report(const std::vector<journal::RunSummary>& runs, std::string if_none);

Report history_entry(const journal::Run& run);

// {by, since, groups: [{key, runs, …}]}
Report statistics_report(const journal::Statistics& statistics, const std::string& by,
                         std::optional<Time> since);

}  // namespace mailcomb::app
