// SPDX-License-Identifier: Apache-2.0
#include "app/commands/execution.hpp"

#include "app/commands/read_only.hpp"
#include "pipeline/runs.hpp"

namespace mailcomb::app {

pipeline::Asked asked(const Workbench& bench, bool is_apply, std::optional<bool> policy_dry_run) {
  const auto& options = bench.options();
  const auto& settings = bench.settings();
  pipeline::Asked asked;
  asked.dry_run = options.dry_run;
  asked.execute = options.execute;
  asked.is_apply = is_apply;
  asked.policy_dry_run = policy_dry_run;
  asked.dry_run_by_default = settings.dry_run_by_default;
  if (!settings.pipeline) return asked;
  asked.pipeline_dry_run = settings.pipeline->dry_run;
  asked.pipeline_execute = settings.pipeline->execute;
  return asked;
}

Result<void> check_now(Time now) {
  if (now <= Workbench::clock()) return {};
  return fail(Fault::kUsage, "--now is ahead of the clock: " + to_rfc3339(now),
              "'mailcomb plan' can look ahead; apply cannot");
}

Result<void> check_can_change(const Workbench& bench, const OpenMailbox& mailbox) {
  const auto& description = mailbox.mailbox.description();
  if (bench.options().dry_run || !is_read_only(description)) return {};
  return fail(Fault::kInvalid, "provider '" + mailbox.provider + "' only reads mail",
              "'mailcomb plan' works on it; to change mail: " + what_instead(description));
}

Checked<Answer> execute_plan(Workbench& bench, OpenMailbox& mailbox, plugin::Store& store,
                             const Planned& planned) {
  const auto& plan = planned.planning.plan;
  const auto header = header_for(bench, mailbox, planned.binding, plan.now);
  if (auto kept = journal::keep_policy(store, policy_text(planned), header.started_at); !kept)
    return all(kept.error());
  const auto run = pipeline::apply_plan(run_context(bench, mailbox, store), plan, header);
  bench.terminal().progress().end();
  if (!run) return all(run.error());
  return conclude(bench, *run, journal::RunKind::kApply, planned.planning.is_degraded(), &store);
}

}  // namespace mailcomb::app
