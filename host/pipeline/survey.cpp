// SPDX-License-Identifier: Apache-2.0
#include "pipeline/survey.hpp"

#include "pipeline/column_needs.hpp"

namespace mailcomb::pipeline {

Result<Survey> survey(plugin::Mailbox& mailbox, std::span<RuleProgram* const> programs, Time now,
                      const PlanningHooks& hooks) {
  ColumnNeeds needs(&mailbox.description());
  for (const auto column : analysis::kCensusColumns) needs.add(std::string(column));
  analysis::Census census(now);
  auto counting = hooks;
  counting.on_batch = [&census](const plugin::Batch& batch) { census.add(batch.abi()); };
  const std::vector<std::string> columns(needs.columns().begin(), needs.columns().end());
  auto plans = make_plans(mailbox, programs, now, counting, {columns, {}});
  if (!plans) return tl::unexpected(plans.error());
  Survey made{census.finish(), std::move(plans->plans), std::move(plans->skips)};
  return made;
}

}  // namespace mailcomb::pipeline
