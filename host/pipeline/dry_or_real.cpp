// SPDX-License-Identifier: Apache-2.0
#include "pipeline/dry_or_real.hpp"

namespace mailcomb::pipeline {

Result<Effect> dry_or_real(const Asked& asked) {
  if (asked.dry_run && asked.execute)
    return fail(Fault::kUsage, "--dry-run and --execute contradict each other", "give one of them");
  if (asked.dry_run || asked.policy_dry_run.value_or(false) ||
      asked.pipeline_dry_run.value_or(false))
    return Effect::kDry;
  if (asked.execute || asked.is_apply) return Effect::kReal;
  if (asked.dry_run_by_default) return *asked.dry_run_by_default ? Effect::kDry : Effect::kReal;
  return asked.pipeline_execute.value_or(false) ? Effect::kReal : Effect::kDry;
}

}  // namespace mailcomb::pipeline
