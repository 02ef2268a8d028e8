// SPDX-License-Identifier: Apache-2.0
// Runs of a mailbox that were neither finished nor taken back.
#pragma once

#include <string>
#include <vector>

#include "app/workbench.hpp"
#include "journal/run.hpp"

namespace mailcomb::app {

struct UnfinishedRun {
  std::string run_id;
  journal::RunKind kind = journal::RunKind::kApply;
};

// The oldest first. One that still goes on counts too: the mailbox's lock keeps us out of it.
Result<std::vector<UnfinishedRun>> find_unfinished(plugin::Store& store,
                                                   const OpenMailbox& mailbox);

}  // namespace mailcomb::app
