// SPDX-License-Identifier: Apache-2.0
// Executed: what apply, resume and undo have in common, from a run to its exit code.
#pragma once

#include "app/commands/answer.hpp"
#include "app/commands/commands.hpp"
#include "journal/run.hpp"
#include "pipeline/runs.hpp"

namespace mailcomb::app {

// Everything passed must outlive it.
pipeline::RunContext run_context(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store);

// What the run did, and its exit code. `is_degraded`: the plan behind it was. `store` tells until when
// it can be undone; null: not told.
Answer conclude(Workbench& bench, const pipeline::RunReport& run, journal::RunKind kind,
                bool is_degraded, plugin::Store* store = nullptr);

enum class Consent { kYes, kNo, kCannotAsk };

// --yes, REQUIRE_CONFIRMATION, or a question on the terminal.
Consent confirm(Workbench& bench, const std::string& question);

}  // namespace mailcomb::app
