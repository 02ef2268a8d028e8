// SPDX-License-Identifier: Apache-2.0
// Measured: a run, and what it leaves in the metrics.
#pragma once

#include "app/commands/commands.hpp"

namespace mailcomb::app {

// Which successes say that a pipeline does its work. One who only looks must not hide that it no longer
// does, nor one who takes back what it did.
enum class Stamp { kNever, kOnceExecuted, kAlways };

// Once a run has come to this: adds what the workbench measured of it to the store, and writes the
// file that was asked for. The answer is the run's, unless that file could not be written. What a
// command line got wrong is no run.
CommandResult conclude_measured(Workbench& bench, Stamp stamp, CommandResult result);

// The command, measured.
template <CommandFunction command, Stamp stamp>
CommandResult measured(Workbench& bench) {
  return conclude_measured(bench, stamp, command(bench));
}

}  // namespace mailcomb::app
