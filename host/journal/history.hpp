// SPDX-License-Identifier: Apache-2.0
// History: reads runs back from the journal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/run.hpp"
#include "journal/selection.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

// The newest first. What was planned is not read, so that many runs cost little.
Result<std::vector<RunSummary>> list_runs(plugin::Store& store, const RunSelection& selection = {});

// Those that wait for `resume`, the newest first.
Result<std::vector<RunSummary>> list_pending(plugin::Store& store);

// `name` is a run's id, the beginning of exactly one, or "last": the newest apply or undo.
Result<std::string> find_run(plugin::Store& store, std::string_view name);

// Everything the journal has of one run.
Result<Run> load_run(plugin::Store& store, const std::string& run_id);

}  // namespace mailcomb::journal
