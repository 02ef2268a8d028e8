// SPDX-License-Identifier: Apache-2.0
// Survey: one scan that counts a mailbox, and plans with several policies on the way.
#pragma once

#include <span>
#include <vector>

#include "analysis/census.hpp"
#include "pipeline/planning.hpp"

namespace mailcomb::pipeline {

struct Survey {
  analysis::Findings findings;
  std::vector<PlanningReport> plans;  // In the order of the programs.
  std::vector<plugin::Skip> skips;    // Messages and folders that could not be read.
};

// Changes nothing. Fails with kCancelled if it was asked to stop.
Result<Survey> survey(plugin::Mailbox& mailbox, std::span<RuleProgram* const> programs, Time now,
                      const PlanningHooks& hooks);

}  // namespace mailcomb::pipeline
