// SPDX-License-Identifier: Apache-2.0
// analyze: what a mailbox holds, and what each policy would do to it.
#include <deque>

#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/commands/proven.hpp"
#include "app/report/analysis_report.hpp"
#include "pipeline/survey.hpp"
#include "policy/find.hpp"

namespace mailcomb::app {
namespace {

// The policies that are found by name, ready for the mailbox or with the reason why not.
struct Shelf {
  std::vector<PolicyOutlook> outlooks;
  std::deque<pipeline::Resolved> resolved;  // Of those that are valid, in the same order.

  std::vector<pipeline::RuleProgram*> programs() {
    std::vector<pipeline::RuleProgram*> programs;
    for (auto& each : resolved) programs.push_back(&each.program);
    return programs;
  }
  void add(std::vector<pipeline::PlanningReport> plans) {
    std::size_t next = 0;
    for (auto& outlook : outlooks)
      if (outlook.error.empty()) outlook.plan = std::move(plans[next++].plan);
  }
};

Checked<pipeline::Resolved> resolve(Workbench& bench, const OpenMailbox& mailbox,
                                    const FoundPolicy& policy) {
  const auto failed = find_failure(bench, policy);
  if (!failed) return tl::unexpected(failed.error());
  if (*failed) return all(**failed);
  return bench.resolve(policy, &mailbox, bench.now());
}

Shelf take_policies(Workbench& bench, const OpenMailbox& mailbox) {
  Shelf shelf;
  for (const auto& [name, file] : policy::list_policies(bench.environment().policy_folders)) {
    PolicyOutlook outlook{name, {}, {}, {}};
    const auto policy = bench.find_policy(name);
    if (policy) outlook.title = policy->policy.title;
    auto resolved = policy ? resolve(bench, mailbox, *policy) : tl::unexpected(policy.error());
    if (resolved)
      shelf.resolved.push_back(std::move(*resolved));
    else
      outlook.error = to_text(resolved.error().front());
    shelf.outlooks.push_back(std::move(outlook));
  }
  return shelf;
}

// What could not be read stands in the report; rules that could not do their work do not.
bool tell_degradations(Workbench& bench, const std::vector<pipeline::PlanningReport>& plans) {
  bool is_degraded = false;
  for (const auto& planning : plans) {
    if (planning.degradations.empty()) continue;
    bench.terminal().warn(degradation_text({{}, {}, planning.degradations, {}}));
    is_degraded = true;
  }
  return is_degraded;
}

}  // namespace

CommandResult run_analyze(Workbench& bench) {
  auto mailbox = bench.open_mailbox();
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  auto shelf = take_policies(bench, *mailbox);
  const auto programs = shelf.programs();
  heed_protected(bench, programs);
  auto survey = pipeline::survey(mailbox->mailbox, programs, bench.now(), planning_hooks(bench));
  bench.terminal().progress().end();
  if (!survey) return all(survey.error());
  const bool is_degraded = tell_degradations(bench, survey->plans) || !survey->skips.empty();
  shelf.add(std::move(survey->plans));
  AnalysisView view{survey->findings, mailbox->reference,
                    static_cast<std::int64_t>(survey->skips.size()), std::move(shelf.outlooks)};
  if (const auto top = bench.options().looking.top) view.top = static_cast<std::size_t>(*top);
  bench.terminal().print(render(analysis_report(view), bench.options().format));
  return is_degraded ? ExitCode::kPartial : ExitCode::kOk;
}

}  // namespace mailcomb::app
