// SPDX-License-Identifier: Apache-2.0
// Measured: a run, and what it leaves in the metrics.
#pragma once

#include "app/commands/commands.hpp"

namespace mailcomb::app {

// Once a run has come to this: adds what the workbench measured of it to the store, and writes the
// file that was asked for. The answer is the run's, unless that file could not be written. What a
// command line got wrong is no run.
CommandResult conclude_measured(Workbench& bench, CommandResult result);

// The command, measured.
template <CommandFunction command>
CommandResult measured(Workbench& bench) {
  return conclude_measured(bench, command(bench));
}

}  // namespace mailcomb::app
