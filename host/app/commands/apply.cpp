// SPDX-License-Identifier: Apache-2.0
// apply: plans, or takes a saved plan; shows it, asks, and executes it.
#include "app/commands/commands.hpp"
#include "app/commands/executed.hpp"
#include "app/commands/proven.hpp"
#include "app/commands/read_only.hpp"
#include "app/commands/saved.hpp"
#include "pipeline/dry_or_real.hpp"
#include "pipeline/runs.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

Checked<OpenMailbox> open(Workbench& bench, const std::optional<plan::SavedPlan>& saved) {
  const bool is_named = !bench.options().mailbox.empty();
  if (is_named || !saved) return bench.open_mailbox();
  return bench.open_mailbox(saved->binding.mailbox_reference);
}

// Ages judged from the future would take mail that is too young.
Result<void> check_now(Time now) {
  if (now <= Workbench::clock()) return {};
  return fail(Fault::kUsage, "--now is ahead of the clock: " + to_rfc3339(now),
              "'mailcomb plan' can look ahead; apply cannot");
}

// Before anything is planned or shown, since nothing can come of it.
Result<void> check_can_change(const Workbench& bench, const OpenMailbox& mailbox) {
  const auto& description = mailbox.mailbox.description();
  if (bench.options().dry_run || !is_read_only(description)) return {};
  return fail(Fault::kInvalid, "provider '" + mailbox.provider + "' only reads mail",
              "'mailcomb plan' works on it; to change mail: " + what_instead(description));
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

CommandResult execute(Workbench& bench, OpenMailbox& mailbox, const Planned& planned) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto& plan = planned.planning.plan;
  const auto header = header_for(bench, mailbox, planned.binding, plan.now);
  if (auto kept = journal::keep_policy(*store, policy_text(planned), header.started_at); !kept)
    return all(kept.error());
  const auto run = pipeline::apply_plan(run_context(bench, mailbox, *store), plan, header);
  bench.terminal().progress().end();
  if (!run) return all(run.error());
  return conclude(bench, *run, journal::RunKind::kApply, planned.planning.is_degraded());
}

CommandResult ask_and_execute(Workbench& bench, OpenMailbox& mailbox, const Planned& planned) {
  if (planned.planning.plan.changes.empty()) return execute(bench, mailbox, planned);
  switch (confirm(bench, "Apply this plan?")) {
    case Answer::kNo:
      bench.terminal().note("Nothing was done.");
      return planned.planning.is_degraded() ? ExitCode::kPartial : ExitCode::kOk;
    case Answer::kCannotAsk:
      return all(fail(Fault::kUsage,
                      "apply asks before it changes mail, and there is no terminal to ask on",
                      "add --yes to answer the question")
                     .value());
    case Answer::kYes: break;
  }
  return execute(bench, mailbox, planned);
}

// What is printed as data is the run's; a plan that is executed at once is only shown to people.
CommandResult decide(Workbench& bench, OpenMailbox& mailbox, const Planned& planned) {
  const auto& options = bench.options();
  const auto effect =
      pipeline::dry_or_real({options.dry_run, options.execute, true, planned.policy.policy.dry_run,
                             bench.environment().dry_run_by_default});
  if (!effect) return all(effect.error());
  tell_degradation(bench, planned);
  if (*effect == pipeline::Effect::kDry) {
    bench.terminal().print(rendered(planned, options.format));
    bench.terminal().note("Dry run: nothing was done.");
    return planned.planning.is_degraded() ? ExitCode::kPartial : ExitCode::kOk;
  }
  bench.terminal().note(rendered(planned, Format::kTable));
  if (auto checked = check_now(planned.planning.plan.now); !checked) return all(checked.error());
  if (is_stopped(bench, planned.planning.plan)) return ExitCode::kGuard;
  return ask_and_execute(bench, mailbox, planned);
}

}  // namespace

CommandResult run_apply(Workbench& bench) {
  std::optional<plan::SavedPlan> saved;
  if (!bench.options().plan.empty()) {
    auto read = read_saved(bench);
    if (!read) return all(read.error());
    saved = std::move(*read);
  }
  auto mailbox = open(bench, saved);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  if (auto checked = check_can_change(bench, *mailbox); !checked) return all(checked.error());
  const auto& named = bench.options().policy;
  const bool is_saved_policy = saved && named.empty();
  if (auto proven = check_tests(bench, is_saved_policy ? saved->binding.policy_reference : named);
      proven != ExitCode::kOk)
    return proven;
  const auto planned =
      saved ? bind_saved(bench, *mailbox, std::move(*saved)) : make_planned(bench, *mailbox);
  if (!planned) return tl::unexpected(planned.error());
  return decide(bench, *mailbox, *planned);
}

}  // namespace mailcomb::app
