// SPDX-License-Identifier: Apache-2.0
#include "pipeline/planning.hpp"

#include <deque>
#include <set>

namespace mailcomb::pipeline {
namespace {

// One scan serves all rules, so each of them costs the whole of it.
plan::Program program_of(const RuleProgram& program, Time now, std::int64_t cost) {
  plan::Program pure{now, {}, program.limits, program.unguarded, program.backlog};
  for (const auto& ready : program.rules) {
    pure.rules.push_back(ready.rule);
    pure.rules.back().cost_estimate = cost;
  }
  return pure;
}

// One program on its way through a scan.
struct Lane {
  Lane(RuleProgram& program, Time now, std::int64_t cost, telemetry::Meter* meter)
      : planner(program_of(program, now, cost)), matcher(program, planner, meter) {}

  plan::Planner planner;
  Matcher matcher;
};

std::vector<std::string> columns_of(std::span<RuleProgram* const> programs,
                                    const std::vector<std::string>& also) {
  std::set<std::string> columns(also.begin(), also.end());
  for (const auto* program : programs)
    columns.insert(program->columns.begin(), program->columns.end());
  return {columns.begin(), columns.end()};
}

}  // namespace

Result<SideBySidePlans> make_plans(plugin::Mailbox& mailbox, std::span<RuleProgram* const> programs,
                                   Time now, const PlanningHooks& hooks, const SideBySide& beside) {
  const auto columns = columns_of(programs, beside.columns);
  // Without an estimate the scan works as well (abi/provider.h).
  const auto scan_plan = mailbox.plan_scan(columns, {});
  std::deque<Lane> lanes;  // They refer to themselves, and stay where they are.
  for (auto* program : programs) {
    lanes.emplace_back(*program, now, scan_plan ? scan_plan->cost : 0, hooks.meter);
    lanes.back().planner.record(beside.recording);
  }
  auto skips = scan_all(mailbox, columns, hooks, [&lanes](const plugin::Batch& batch) {
    for (auto& lane : lanes) lane.matcher.add(batch);
  });
  if (!skips) return tl::unexpected(skips.error());
  SideBySidePlans made;
  for (auto& lane : lanes) {
    lane.matcher.finish();
    const telemetry::StageTime planning(hooks.meter, telemetry::Stage::kPlan);
    made.plans.push_back({lane.planner.finish(static_cast<std::int64_t>(skips->size())), *skips,
                          lane.matcher.degradations(), mailbox.description().cost_unit});
  }
  made.skips = std::move(*skips);
  return made;
}

Result<PlanningReport> make_plan(plugin::Mailbox& mailbox, RuleProgram& program, Time now,
                                 const PlanningHooks& hooks, plan::Recording recording) {
  RuleProgram* const only[] = {&program};
  auto reports = make_plans(mailbox, only, now, hooks, {{}, std::move(recording)});
  if (!reports) return tl::unexpected(reports.error());
  return std::move(reports->plans.front());
}

}  // namespace mailcomb::pipeline
