// SPDX-License-Identifier: Apache-2.0
// Planning: one scan of a mailbox through all rules of a policy.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/matcher.hpp"
#include "pipeline/rule_program.hpp"
#include "plan/plan.hpp"
#include "plugin/mailbox.hpp"
#include "telemetry/meter.hpp"

namespace mailcomb::pipeline {

struct PlanningReport {
  plan::Plan plan;
  std::vector<plugin::Skip> skips;        // Messages and folders that could not be read.
  std::vector<Degradation> degradations;  // Rules that could not do their work.
  std::string cost_unit;                  // Of the rules' cost estimates, as the provider counts.

  bool is_degraded() const { return !skips.empty() || !degradations.empty(); }
};

struct PlanningHooks {
  plugin::StopAsked stop;
  std::function<void(std::int64_t scanned)> after_batch;
  std::function<void(const plugin::Batch&)> on_batch;  // Sees every batch first.
  telemetry::Meter* meter = nullptr;                   // What the stages take.
};

// Changes nothing. Fails with kCancelled if it was asked to stop.
Result<PlanningReport> make_plan(plugin::Mailbox& mailbox, RuleProgram& program, Time now,
                                 const PlanningHooks& hooks, plan::Recording recording = {});

}  // namespace mailcomb::pipeline
