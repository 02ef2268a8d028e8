// SPDX-License-Identifier: Apache-2.0
// explain: what each rule and guard makes of one message.
#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/report/explain_report.hpp"
#include "app/report/plan_report.hpp"

namespace mailcomb::app {

CommandResult run_explain(Workbench& bench) {
  auto mailbox = bench.open_mailbox();
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  const auto policy = bench.find_policy();
  if (!policy) return tl::unexpected(policy.error());
  auto resolved = bench.resolve(*policy, &*mailbox, bench.now());
  if (!resolved) return tl::unexpected(std::move(resolved.error()));
  if (const auto protection = heed_protected(bench, resolved->program); protection.unknown)
    bench.terminal().warn("protected senders are not heeded: " + to_text(*protection.unknown));
  const auto explanation = pipeline::explain(mailbox->mailbox, resolved->program, bench.now(),
                                             planning_hooks(bench), bench.options().message);
  bench.terminal().progress().end();
  if (!explanation) return all(explanation.error());
  if (const auto text = degradation_text(explanation->planning); !text.empty())
    bench.terminal().warn(text);
  bench.terminal().print(render(explain_report(*explanation), bench.options().format));
  return explanation->planning.is_degraded() ? ExitCode::kPartial : ExitCode::kOk;
}

}  // namespace mailcomb::app
