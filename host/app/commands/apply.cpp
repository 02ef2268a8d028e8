// SPDX-License-Identifier: Apache-2.0
// apply: plans, shows, asks and executes; or executes a saved plan.
#include <algorithm>

#include "app/commands/commands.hpp"
#include "app/commands/executed.hpp"
#include "app/commands/planned.hpp"
#include "app/report/plan_report.hpp"
#include "app/text_file.hpp"
#include "pipeline/dry_or_real.hpp"
#include "pipeline/runs.hpp"
#include "plan/saved_plan.hpp"

namespace mailcomb::app {
namespace {

Error usage(std::string message, std::string hint) {
  return {Fault::kUsage, std::move(message), std::move(hint), {}, 0, 0, {}};
}

Error refused(std::string message, std::string hint) {
  return {Fault::kInvalid, std::move(message), std::move(hint), {}, 0, 0, {}};
}

Result<pipeline::Effect> effect(const Workbench& bench, const policy::Policy& policy) {
  return pipeline::dry_or_real({bench.options().dry_run, bench.options().execute, true,
                                policy.dry_run, bench.environment().dry_run_by_default});
}

// Ages judged from the future would take mail that is too young.
Result<void> check_now(Time now) {
  if (now <= Workbench::clock()) return {};
  return tl::unexpected(usage("--now is ahead of the clock: " + to_rfc3339(now),
                              "'mailcomb plan' can look ahead; apply cannot"));
}

Result<void> check_can_change(const OpenMailbox& mailbox) {
  if (!mailbox.mailbox.description().actions.empty()) return {};
  return tl::unexpected(refused("provider '" + mailbox.provider + "' cannot change mail",
                                "'mailcomb plan' works; apply the policy where the mail lives"));
}

// A trip stops the run before anything is journalled.
bool is_stopped(Workbench& bench, const plan::Plan& plan, const std::string& way_forward) {
  if (plan.trips.empty()) return false;
  for (const auto& trip : plan.trips)
    bench.terminal().warn("stopped by " + trip.name + ": " + trip.detail);
  bench.terminal().warn("nothing was done; " + way_forward);
  return true;
}

CommandResult execute(Workbench& bench, OpenMailbox& mailbox, const plan::Plan& plan,
                      const plan::Binding& binding, const journal::PolicyText& policy,
                      bool is_degraded) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto header = header_for(bench, mailbox, binding, plan.now);
  if (auto kept = journal::keep_policy(*store, policy, header.started_at); !kept)
    return all(kept.error());
  const auto run = pipeline::apply_plan(run_context(bench, mailbox, *store), plan, header);
  bench.terminal().end_progress();
  if (!run) return all(run.error());
  return conclude(bench, *run, journal::RunKind::kApply, is_degraded);
}

CommandResult ask_and_execute(Workbench& bench, OpenMailbox& mailbox, const plan::Plan& plan,
                              const plan::Binding& binding, const journal::PolicyText& policy,
                              bool is_degraded) {
  const auto ended = is_degraded ? ExitCode::kPartial : ExitCode::kOk;
  if (plan.changes.empty()) return ended;
  switch (confirm(bench, "Apply this plan?")) {
    case Answer::kNo: bench.terminal().note("Nothing was done."); return ended;
    case Answer::kCannotAsk:
      return all(usage("apply asks before it changes mail, and there is no terminal to ask on",
                       "add --yes to answer the question"));
    case Answer::kYes: break;
  }
  return execute(bench, mailbox, plan, binding, policy, is_degraded);
}

CommandResult plan_and_execute(Workbench& bench) {
  auto mailbox = bench.open_mailbox();
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  const auto planned = make_planned(bench, *mailbox);
  if (!planned) return tl::unexpected(planned.error());
  const auto wanted = effect(bench, planned->policy.policy);
  if (!wanted) return all(wanted.error());
  const auto& plan = planned->planning.plan;
  const auto digest = plan::write_plan(plan, planned->binding, [](auto) {});
  tell_degradation(bench, *planned);
  const PlanView view{planned->planning, planned->resolved.program, planned->binding, digest};
  const bool is_dry = *wanted == pipeline::Effect::kDry;
  // What is printed as data is the run's; a plan that is executed at once is only shown to people.
  if (is_dry)
    bench.terminal().print(render(plan_report(view), bench.options().format));
  else
    bench.terminal().note(render(plan_report(view), Format::kTable));
  if (is_dry) {
    bench.terminal().note("Dry run: nothing was done.");
    return planned->planning.is_degraded() ? ExitCode::kPartial : ExitCode::kOk;
  }
  if (auto checked = check_now(plan.now); !checked) return all(checked.error());
  if (auto checked = check_can_change(*mailbox); !checked) return all(checked.error());
  if (is_stopped(bench, plan,
                 "look at it with 'mailcomb plan --out FILE', then 'mailcomb apply --plan FILE "
                 "--accept limits', or tighten the policy"))
    return ExitCode::kGuard;
  return ask_and_execute(bench, *mailbox, plan, planned->binding, policy_text(*planned),
                         planned->planning.is_degraded());
}

// A saved plan is for one mailbox, one policy and the very plugins it was made with.
Result<void> check_binding(const plan::Binding& saved, const plan::Binding& present) {
  const std::string hint = "make a new plan with 'mailcomb plan --out FILE'";
  if (saved.provider != present.provider || saved.account != present.account)
    return tl::unexpected(refused("the plan is for mailbox " + saved.provider + ":" +
                                      saved.account + ", not " + present.provider + ":" +
                                      present.account,
                                  "give that one as --mailbox"));
  if (saved.policy_digest != present.policy_digest)
    return tl::unexpected(
        refused("policy '" + saved.policy + "' changed since the plan was made", hint));
  if (saved.plugins != present.plugins)
    return tl::unexpected(
        refused("a plugin that the plan was made with changed since, or is missing", hint));
  return {};
}

Error mailbox_needed(const plan::Binding& saved) {
  return usage("which mailbox?", "the plan is for " + saved.provider + ":" + saved.account +
                                     "; give it as --mailbox");
}

CommandResult execute_saved(Workbench& bench) {
  const auto& options = bench.options();
  const auto text = read_text_file(options.plan);
  if (!text) return all(text.error());
  const auto saved = plan::read_plan(*text, options.plan);
  if (!saved) return all(saved.error());
  if (options.mailbox.empty()) return all(mailbox_needed(saved->binding));
  auto mailbox = bench.open_mailbox();
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  auto policy =
      bench.find_policy(options.policy.empty() ? saved->binding.policy_reference : options.policy);
  if (!policy) return tl::unexpected(std::move(policy.error()));
  const auto resolved = bench.resolve(policy->policy, &*mailbox, saved->plan.now);
  if (!resolved) return tl::unexpected(resolved.error());
  auto present = saved->binding;
  present.provider = mailbox->provider;
  present.account = mailbox->mailbox.description().account;
  present.policy_digest = resolved->digest;
  present.plugins = resolved->plugins;
  if (auto checked = check_binding(saved->binding, present); !checked) return all(checked.error());
  const auto wanted = effect(bench, policy->policy);
  if (!wanted) return all(wanted.error());
  bench.terminal().note(plan_footer(saved->plan));
  if (*wanted == pipeline::Effect::kDry) {
    bench.terminal().note("Dry run: nothing was done.");
    return ExitCode::kOk;
  }
  if (auto checked = check_now(saved->plan.now); !checked) return all(checked.error());
  if (auto checked = check_can_change(*mailbox); !checked) return all(checked.error());
  if (options.accept != "limits" &&
      is_stopped(bench, saved->plan,
                 "if that is meant: mailcomb apply --plan " + options.plan + " --accept limits"))
    return ExitCode::kGuard;
  return ask_and_execute(bench, *mailbox, saved->plan, saved->binding,
                         {saved->binding.policy, saved->binding.policy_digest, policy->text},
                         false);
}

}  // namespace

CommandResult run_apply(Workbench& bench) {
  return bench.options().plan.empty() ? plan_and_execute(bench) : execute_saved(bench);
}

}  // namespace mailcomb::app
