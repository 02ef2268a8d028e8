// SPDX-License-Identifier: Apache-2.0
// Answer: what a command has to say of one mailbox.
#pragma once

#include <optional>

#include "app/exit_code.hpp"
#include "app/report/report.hpp"
#include "app/workbench.hpp"

namespace mailcomb::app {

struct Answer {
  ExitCode code = ExitCode::kOk;
  std::optional<Report> report;  // Data for stdout.
};

// What a report has to be made as: within a pipeline's line of ndjson stands a whole document.
Format answer_format(const Workbench& bench);

// Prints it as --format has it; its exit code.
ExitCode print_answer(Workbench& bench, const Answer& answer);

}  // namespace mailcomb::app
