// SPDX-License-Identifier: Apache-2.0
// Planning: one scan of a mailbox through all rules of a policy, or of several side by side.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/matcher.hpp"
#include "pipeline/rule_program.hpp"
#include "pipeline/scanning.hpp"
#include "plan/plan.hpp"
#include "plugin/mailbox.hpp"

namespace mailcomb::pipeline {

struct PlanningReport {
  plan::Plan plan;
  std::vector<plugin::Skip> skips;        // Messages and folders that could not be read.
  std::vector<Degradation> degradations;  // Rules that could not do their work.
  std::string cost_unit;                  // Of the rules' cost estimates, as the provider counts.

  bool is_degraded() const { return !skips.empty() || !degradations.empty(); }
};

// What else a scan is for.
struct SideBySide {
  std::vector<std::string> columns;  // Read besides those of the programs.
  plan::Recording recording;         // Of every program.
};

struct SideBySidePlans {
  std::vector<PlanningReport> plans;  // In the order of the programs.
  std::vector<plugin::Skip> skips;
};

// One scan for all programs, each of which has no part in the others.
// Changes nothing. Fails with kCancelled if it was asked to stop.
Result<SideBySidePlans> make_plans(plugin::Mailbox& mailbox, std::span<RuleProgram* const> programs,
                                   Time now, const PlanningHooks& hooks,
                                   const SideBySide& beside = {});

// The same for one.
Result<PlanningReport> make_plan(plugin::Mailbox& mailbox, RuleProgram& program, Time now,
                                 const PlanningHooks& hooks, plan::Recording recording = {});

}  // namespace mailcomb::pipeline
