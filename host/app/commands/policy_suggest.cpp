// SPDX-License-Identifier: Apache-2.0
// policy suggest: writes a policy that fits what a mailbox holds.
#include <algorithm>

#include "analysis/policy_yaml.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/text_file.hpp"
#include "pipeline/policy_tests.hpp"
#include "pipeline/survey.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

using analysis::SuggestedRule;

constexpr const char* kOrigin = "suggested policy";

struct Suggestion {
  std::vector<SuggestedRule> rules;
  std::string yaml;
  std::optional<plan::Plan> plan;  // What it would do.
};

void drop_what_the_mailbox_cannot_do(const OpenMailbox& mailbox,
                                     std::vector<SuggestedRule>& rules) {
  const auto& description = mailbox.mailbox.description();
  if (description.actions.empty()) return;  // Read-only: the policy is for where the mail lives.
  std::erase_if(rules, [&](const auto& rule) { return !description.has_action(rule.action); });
}

Checked<plan::Plan> plan_with(Workbench& bench, OpenMailbox& mailbox, const std::string& yaml,
                              const mail::ProtectedSenders& senders) {
  const auto policy = bench.parse_policy(yaml, kOrigin, bench.now());
  if (!policy) return tl::unexpected(policy.error());
  auto resolved = bench.resolve(*policy, &mailbox, bench.now());
  if (!resolved) return tl::unexpected(std::move(resolved.error()));
  resolved->program.senders = senders;
  auto planning =
      pipeline::make_plan(mailbox.mailbox, resolved->program, bench.now(), planning_hooks(bench));
  bench.terminal().progress().end();
  if (!planning) return all(planning.error());
  return std::move(planning->plan);
}

Checked<std::vector<pipeline::TestResult>> run_tests(Workbench& bench, const std::string& yaml) {
  const auto policy = bench.parse_policy(yaml, kOrigin, bench.now());
  if (!policy) return tl::unexpected(policy.error());
  return pipeline::run_tests(
      policy->policy,
      [&](Time now, const plugin::MailboxDescription& mailbox) -> Checked<pipeline::Resolved> {
        const auto then = bench.parse_policy(yaml, kOrigin, now);
        if (!then) return tl::unexpected(then.error());
        return bench.resolve(*then, mailbox, now);
      });
}

// A plan would refuse a policy whose tests fail, and some texts of mail can be said in no test. The
// name of each test begins with that of its rule.
Checked<bool> drop_what_fails(Workbench& bench, const std::string& yaml,
                              std::vector<SuggestedRule>& rules) {
  const auto results = run_tests(bench, yaml);
  if (!results) return tl::unexpected(results.error());
  return std::erase_if(rules, [&](const SuggestedRule& rule) {
           return std::any_of(results->begin(), results->end(), [&](const auto& result) {
             return !result.passed() && result.name.starts_with(rule.name + " ");
           });
         }) > 0;
}

// Only what has passed its tests, has been planned with and stops at no limit is suggested.
Checked<Suggestion> fit(Workbench& bench, OpenMailbox& mailbox, std::vector<SuggestedRule> rules,
                        const mail::ProtectedSenders& senders) {
  Suggestion suggestion{std::move(rules), {}, {}};
  drop_what_the_mailbox_cannot_do(mailbox, suggestion.rules);
  while (!suggestion.rules.empty()) {
    suggestion.yaml = analysis::to_policy_yaml(suggestion.rules, mailbox.reference, bench.now());
    const auto failed = drop_what_fails(bench, suggestion.yaml, suggestion.rules);
    if (!failed) return tl::unexpected(failed.error());
    if (*failed) continue;
    auto plan = plan_with(bench, mailbox, suggestion.yaml, senders);
    if (!plan) return tl::unexpected(std::move(plan.error()));
    suggestion.plan = std::move(*plan);
    if (suggestion.plan->trips.empty()) break;
    suggestion.rules.pop_back();
  }
  return suggestion;
}

Report suggestion_report(const Suggestion& suggestion) {
  nlohmann::ordered_json rules = nlohmann::ordered_json::array();
  Table table({{"rule"}, {"filter"}, {"value"}, {"older_than"}, {"then"}});
  for (const auto& rule : suggestion.rules) {
    nlohmann::ordered_json values = nlohmann::ordered_json::array();
    const auto age = std::to_string(rule.age_days) + "d";
    for (const auto& value : rule.values) {
      values.push_back(value.text);
      table.add({rule.name, rule.key, value.text, age, rule.action});
    }
    rules.push_back({{"name", rule.name},
                     {"why", rule.why},
                     {"filter", rule.key},
                     {"values", std::move(values)},
                     {"older_than", age},
                     {"then", rule.action}});
  }
  return {suggestion.yaml,
          {{"rules", std::move(rules)}, {"yaml", suggestion.yaml}},
          "rules",
          std::move(table),
          Lines::kVerbatim};
}

CommandResult deliver(Workbench& bench, const Suggestion& suggestion) {
  auto& terminal = bench.terminal();
  const auto& out = bench.options().out;
  if (suggestion.rules.empty()) {
    terminal.note("Nothing to suggest: no sender, list or category stands out.");
    if (out.empty() && bench.options().format != Format::kTable)
      terminal.print(render(suggestion_report(suggestion), bench.options().format));
    return ExitCode::kOk;
  }
  if (out.empty()) {
    terminal.print(render(suggestion_report(suggestion), bench.options().format));
    return ExitCode::kOk;
  }
  if (auto written = write_new_text_file(out, suggestion.yaml); !written)
    return all(written.error());
  terminal.note("Written: " + std::to_string(suggestion.rules.size()) +
                " rules; on this mailbox they would change " +
                std::to_string(suggestion.plan->totals.changes) +
                " messages. Read it, then look: mailcomb plan --policy " + shell_word(out));
  return ExitCode::kOk;
}

mail::ProtectedSenders protected_senders(Workbench& bench) {
  pipeline::RuleProgram program;
  pipeline::RuleProgram* const programs[] = {&program};
  heed_protected(bench, programs);
  return std::move(program.senders);
}

}  // namespace

CommandResult run_policy_suggest(Workbench& bench) {
  auto mailbox = bench.open_mailbox();
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  const auto survey = pipeline::survey(mailbox->mailbox, {}, bench.now(), planning_hooks(bench));
  bench.terminal().progress().end();
  if (!survey) return all(survey.error());
  const auto senders = protected_senders(bench);
  auto rules = analysis::suggest_rules(survey->findings, [&senders](std::string_view address) {
    return senders.find(address).has_value();
  });
  const auto suggestion = fit(bench, *mailbox, std::move(rules), senders);
  if (!suggestion) return tl::unexpected(suggestion.error());
  return deliver(bench, *suggestion);
}

}  // namespace mailcomb::app
