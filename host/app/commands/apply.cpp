// SPDX-License-Identifier: Apache-2.0
// apply: plans, or takes a saved plan; shows it, asks, and executes it.
#include "app/commands/commands.hpp"
#include "app/commands/each_mailbox.hpp"
#include "app/commands/execution.hpp"
#include "app/commands/proven.hpp"
#include "app/commands/saved.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

ExitCode code_of(const Planned& planned) {
  return planned.planning.is_degraded() ? ExitCode::kPartial : ExitCode::kOk;
}

// A trip stops the run before anything is journalled.
bool is_stopped(Workbench& bench, const plan::Plan& plan) {
  const auto& options = bench.options();
  if (plan.trips.empty() || options.accept == "limits") return false;
  for (const auto& trip : plan.trips)
    bench.terminal().warn("stopped by " + trip.name + ": " + trip.detail);
  bench.terminal().warn("nothing was done; " +
                        (options.plan.empty()
                             ? "look at it with 'mailcomb plan --out FILE', then 'mailcomb apply "
                               "--plan FILE --accept limits', or tighten the policy"
                             : "if that is meant: mailcomb apply --plan " +
                                   shell_word(options.plan) + " --accept limits"));
  return true;
}

Checked<Answer> execute(Workbench& bench, OpenMailbox& mailbox, const Planned& planned) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  return execute_plan(bench, mailbox, *store, planned);
}

Checked<Answer> ask_and_execute(Workbench& bench, OpenMailbox& mailbox, const Planned& planned) {
  if (planned.planning.plan.changes.empty()) return execute(bench, mailbox, planned);
  switch (confirm(bench, "Apply this plan?")) {
    case Consent::kNo:
      bench.terminal().note("Nothing was done.");
      return Answer{code_of(planned), {}};
    case Consent::kCannotAsk:
      return all(fail(Fault::kUsage,
                      "apply asks before it changes mail, and there is no terminal to ask on",
                      "add --yes to answer the question")
                     .value());
    case Consent::kYes: break;
  }
  return execute(bench, mailbox, planned);
}

// What is printed as data is the run's; a plan that is executed at once is only shown to people.
Checked<Answer> decide(Workbench& bench, OpenMailbox& mailbox, const Planned& planned) {
  const auto effect = pipeline::dry_or_real(asked(bench, true, planned.policy.policy.dry_run));
  if (!effect) return all(effect.error());
  tell_degradation(bench, planned);
  if (*effect == pipeline::Effect::kDry) {
    bench.terminal().note("Dry run: nothing was done.");
    return Answer{code_of(planned), report_of(planned, answer_format(bench))};
  }
  bench.terminal().note(rendered(planned, Format::kTable));
  if (planned.unprotected) return all(*planned.unprotected);
  if (auto checked = check_now(planned.planning.plan.now); !checked) return all(checked.error());
  if (is_stopped(bench, planned.planning.plan)) return Answer{ExitCode::kGuard, {}};
  return ask_and_execute(bench, mailbox, planned);
}

Checked<Answer> apply_to_mailbox(Workbench& bench, const std::string& reference) {
  auto mailbox = bench.open_mailbox(reference);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  if (auto checked = check_can_change(bench, *mailbox); !checked) return all(checked.error());
  const auto planned = make_planned(bench, *mailbox);
  if (!planned) return tl::unexpected(planned.error());
  return decide(bench, *mailbox, *planned);
}

Checked<Answer> apply_saved(Workbench& bench, plan::SavedPlan saved) {
  const auto& named = bench.options().mailbox;
  auto mailbox = bench.open_mailbox(named.empty() ? saved.binding.mailbox_reference : named);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  if (auto checked = check_can_change(bench, *mailbox); !checked) return all(checked.error());
  const auto planned = bind_saved(bench, *mailbox, std::move(saved));
  if (!planned) return tl::unexpected(planned.error());
  return decide(bench, *mailbox, *planned);
}

}  // namespace

CommandResult run_apply(Workbench& bench) {
  if (bench.options().plan.empty()) {
    if (auto proven = check_tests(bench); proven != ExitCode::kOk) return proven;
    return for_each_mailbox(bench, apply_to_mailbox, Envelope::kForPipelines);
  }
  auto saved = read_saved(bench);
  if (!saved) return all(saved.error());
  const auto& named = bench.options().policy;
  if (auto proven = check_tests(bench, named.empty() ? saved->binding.policy_reference : named);
      proven != ExitCode::kOk)
    return proven;
  auto answer = apply_saved(bench, std::move(*saved));
  if (!answer) return tl::unexpected(std::move(answer.error()));
  return print_answer(bench, *answer);
}

}  // namespace mailcomb::app
