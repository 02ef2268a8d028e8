// SPDX-License-Identifier: Apache-2.0
// Inversion: from a run to the intents that undo it, on the messages as they are now.
#pragma once

#include <vector>

#include "journal/run.hpp"
#include "pipeline/observe.hpp"
#include "plugin/mailbox.hpp"

namespace mailcomb::pipeline {

struct Inversion {
  std::vector<journal::Intent> intents;
  std::vector<journal::MessageResult> skipped;  // Gone, or touched by somebody else since.
  std::int64_t nothing_to_undo = 0;             // Still, or again, as before the run.
};

// Looks at every message of the run, whatever the journal says became of it. Changes nothing.
Result<Inversion> invert(plugin::Mailbox& mailbox, const journal::Run& run,
                         const plugin::StopAsked& stop = {});

// The pure part.
Inversion invert(const journal::Run& run, const Observations& observations, std::int64_t batch_max);

}  // namespace mailcomb::pipeline
