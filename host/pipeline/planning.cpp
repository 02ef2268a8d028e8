// SPDX-License-Identifier: Apache-2.0
#include "pipeline/planning.hpp"

namespace mailcomb::pipeline {
namespace {

using telemetry::Stage;
using telemetry::StageTime;

// Large enough to pay for a call, small enough to stay in the cache.
constexpr std::uint64_t kRowsPerBatch = 1024;

// One scan serves all rules, so each of them costs the whole of it.
plan::Program program_of(const RuleProgram& program, Time now, std::int64_t cost) {
  plan::Program pure{now, {}, program.limits, program.unguarded};
  for (const auto& ready : program.rules) {
    pure.rules.push_back(ready.rule);
    pure.rules.back().cost_estimate = cost;
  }
  return pure;
}

Result<std::optional<plugin::Batch>> next_batch(plugin::Scan& scan, telemetry::Meter* meter) {
  const StageTime scanning(meter, Stage::kScan);
  return scan.next(kRowsPerBatch);
}

}  // namespace

Result<PlanningReport> make_plan(plugin::Mailbox& mailbox, RuleProgram& program, Time now,
                                 const PlanningHooks& hooks, plan::Recording recording) {
  const std::vector<std::string> columns(program.columns.begin(), program.columns.end());
  // Without an estimate the scan works as well (abi/provider.h).
  const auto scan_plan = mailbox.plan_scan(columns, {});
  plan::Planner planner(program_of(program, now, scan_plan ? scan_plan->cost : 0));
  planner.record(std::move(recording));
  Matcher matcher(program, planner, hooks.meter);
  auto scan = mailbox.open_scan(columns);
  if (!scan) return tl::unexpected(scan.error());
  std::int64_t scanned = 0;
  while (true) {
    if (hooks.stop && hooks.stop())
      return fail(Fault::kCancelled, "stopped while planning; nothing was changed");
    const auto batch = next_batch(*scan, hooks.meter);
    if (!batch) return tl::unexpected(batch.error());
    if (!*batch) break;
    if (hooks.on_batch) hooks.on_batch(**batch);
    matcher.add(**batch);
    scanned += (*batch)->row_count();
    if (hooks.after_batch) hooks.after_batch(scanned);
  }
  matcher.finish();
  const StageTime planning(hooks.meter, Stage::kPlan);
  const auto unreadable = static_cast<std::int64_t>(scan->skips().size());
  return PlanningReport{planner.finish(unreadable), scan->skips(), matcher.degradations(),
                        mailbox.description().cost_unit};
}

}  // namespace mailcomb::pipeline
