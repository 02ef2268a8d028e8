// SPDX-License-Identifier: Apache-2.0
// policy diff: what tells two policies apart, in words and on a mailbox.
#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/commands/proven.hpp"
#include "app/report/difference_report.hpp"

namespace mailcomb::app {
namespace {

Checked<pipeline::Resolved> resolve(Workbench& bench, const std::string& name_or_file,
                                    const OpenMailbox* mailbox) {
  const auto policy = bench.find_policy(name_or_file);
  if (!policy) return tl::unexpected(policy.error());
  return bench.resolve(*policy, mailbox, bench.now());
}

// One scan for both, so that they judge the same mailbox.
CommandResult compare_on_mail(Workbench& bench, OpenMailbox& mailbox, pipeline::Resolved& a,
                              pipeline::Resolved& b, DifferenceView view) {
  for (const auto* policy : {&view.a, &view.b})
    if (auto proven = check_tests(bench, policy->name); proven != ExitCode::kOk) return proven;
  pipeline::RuleProgram* const programs[] = {&a.program, &b.program};
  heed_protected(bench, programs);
  const auto made =
      pipeline::make_plans(mailbox.mailbox, programs, bench.now(), planning_hooks(bench));
  bench.terminal().progress().end();
  if (!made) return all(made.error());
  view.a.plan = &made->plans[0].plan;
  view.b.plan = &made->plans[1].plan;
  view.on_mail = pipeline::compare_plans(*view.a.plan, *view.b.plan);
  bool is_degraded = false;
  for (const auto& planning : made->plans) {
    if (const auto text = degradation_text(planning); !text.empty()) bench.terminal().warn(text);
    is_degraded = is_degraded || planning.is_degraded();
  }
  bench.terminal().print(render(difference_report(view), bench.options().format));
  return is_degraded ? ExitCode::kPartial : ExitCode::kOk;
}

}  // namespace

CommandResult run_policy_diff(Workbench& bench) {
  const auto& looking = bench.options().looking;
  std::optional<OpenMailbox> mailbox;
  if (!bench.options().mailbox.empty()) {
    auto opened = bench.open_mailbox();
    if (!opened) return tl::unexpected(std::move(opened.error()));
    mailbox.emplace(std::move(*opened));
  }
  auto a = resolve(bench, looking.policy_a, mailbox ? &*mailbox : nullptr);
  auto b = resolve(bench, looking.policy_b, mailbox ? &*mailbox : nullptr);
  Errors errors;
  for (const auto* each : {&a, &b})
    if (!*each) errors.insert(errors.end(), each->error().begin(), each->error().end());
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  DifferenceView view{{looking.policy_a, a->digest},
                      {looking.policy_b, b->digest},
                      pipeline::find_differences(*a, *b)};
  if (mailbox) return compare_on_mail(bench, *mailbox, *a, *b, std::move(view));
  bench.terminal().print(render(difference_report(view), bench.options().format));
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
