// SPDX-License-Identifier: Apache-2.0
// How runs are shown: what one did, and what an undo would do.
#pragma once

#include <vector>

#include "app/report/report.hpp"
#include "journal/run.hpp"
#include "pipeline/runs.hpp"

namespace mailcomb::app {

// `undo_until`: when the journal will have forgotten the run; none: never.
Report run_report(const pipeline::RunReport& run, journal::RunKind kind,
                  std::optional<Time> undo_until = {});

Report undo_preview(const std::string& run_id, const pipeline::Inversion& inversion);

}  // namespace mailcomb::app
