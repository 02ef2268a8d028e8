// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/measured.hpp"

namespace mailcomb::app {
namespace {

// What of the plan is wanted; a saved plan has been asked that already.
void narrowing(Grammar& grammar, CLI::App* sub, CLI::Option* saved_plan) {
  auto& wanted = grammar.options.narrowing;
  auto* limit = Grammar::count(sub, "--limit", wanted.limit);
  limit->description("Change at most so many messages; the rest waits")->option_text("N");
  grammar
      .choice<plan::Order>(sub, "--order", wanted.order,
                           {{"oldest", plan::Order::kOldest}, {"newest", plan::Order::kNewest}})
      ->description("Which messages come first (oldest)")
      ->option_text("ORDER")
      ->needs(limit);
  auto* rules =
      sub->add_option("--only-rule", wanted.only_rules, "Let only this rule act; may be repeated");
  rules->option_text("NAME");
  if (!saved_plan) return;
  for (auto* option : {limit, rules}) option->excludes(saved_plan);
}

}  // namespace

void add_planning_commands(Grammar& grammar) {
  auto& options = grammar.options;
  auto* plan =
      grammar.command(grammar.app, "plan", "Show what would happen and why; never changes anything",
                      measured<run_plan, Stamp::kNever>);
  auto* out = plan->add_option("--out", options.out, "Save the plan, for 'apply --plan'");
  out->option_text("FILE");
  plan->add_option("--since", options.narrowing.since, "Show only what this run did not plan")
      ->option_text("RUN")
      ->excludes(out);
  plan->add_flag("--explain", options.explain, "Show how each rule finds its messages");
  plan->add_flag("--decisions", options.decisions,
                 "With --format json: every decision, also to change nothing");
  plan->add_flag("--detailed-exitcode", options.detailed_exitcode,
                 "Exit with 2 if the plan has changes");
  plan->add_flag("--dry-run", options.dry_run, "Nothing else is possible here");
  auto* apply =
      grammar.command(grammar.app, "apply", "Plan, show, ask and execute; or execute a saved plan",
                      measured<run_apply, Stamp::kOnceExecuted>);
  auto* saved_plan = apply->add_option("--plan", options.plan, "A plan saved by 'plan --out'");
  saved_plan->option_text("FILE");
  narrowing(grammar, plan, nullptr);
  narrowing(grammar, apply, saved_plan);
  grammar.choice<std::string>(apply, "--accept", options.accept, {{"limits", "limits"}})
      ->description("Go beyond what the plan's guards allow")
      ->option_text("limits")
      ->needs("--plan");
  apply->add_flag("--yes", options.yes, "Do not ask");
  apply->add_flag("--dry-run", options.dry_run, "Only show the plan");
  apply->add_flag("--execute", options.execute, "Execute; the default of this command");
  for (auto* sub : {plan, apply}) {
    grammar.pipeline(sub);
    grammar.policy(sub);
    grammar.mailbox(sub);
    grammar.store(sub);
    grammar.tests(sub);
    grammar.metrics(sub);
    grammar.output(sub);
  }
  auto* explain = grammar.command(
      grammar.app, "explain", "Show what each rule and guard makes of one message", run_explain);
  explain->add_option("MESSAGE", options.message, "The message's id, or its Message-ID in <>")
      ->required();
  grammar.pipeline(explain);
  grammar.policy(explain);
  grammar.mailbox(explain);
  grammar.store(explain);
  grammar.output(explain);
}

}  // namespace mailcomb::app
