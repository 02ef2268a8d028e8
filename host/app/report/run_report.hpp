// SPDX-License-Identifier: Apache-2.0
// How runs are shown: what one did, and what an undo would do.
#pragma once

#include <vector>

#include "app/report/report.hpp"
#include "journal/run.hpp"
#include "pipeline/runs.hpp"

namespace mailcomb::app {

Report run_report(const pipeline::RunReport& run, journal::RunKind kind);

Report undo_preview(const std::string& run_id, const pipeline::Inversion& inversion);

}  // namespace mailcomb::app
