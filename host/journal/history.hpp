// SPDX-License-Identifier: Apache-2.0
// History: reads runs back from the journal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/run.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

// The newest first; at most `runs_max`, or all if it is 0.
Result<std::vector<RunSummary>> list_runs(plugin::Store& store, std::uint64_t runs_max = 0);

// `name` is a run's id, the beginning of exactly one, or "last": the newest apply or undo.
Result<std::string> find_run(plugin::Store& store, std::string_view name);

// Everything the journal has of one run.
Result<Run> load_run(plugin::Store& store, const std::string& run_id);

}  // namespace mailcomb::journal
