// SPDX-License-Identifier: Apache-2.0
#include "app/report/plan_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/report/plan_footer.hpp"
#include "app/report/plan_samples.hpp"
#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

std::string actions_text(const std::vector<mail::Action>& actions) {
  std::string text;
  for (const auto& action : actions) text += (text.empty() ? "" : ", ") + mail::to_text(action);
  return text;
}

// A plan may have fewer rules than its policy.
std::vector<mail::Action> actions_of(const pipeline::RuleProgram& program,
                                     const std::string& rule) {
  for (const auto& ready : program.rules)
    if (ready.rule.name == rule) return ready.rule.actions;
  return {};
}

Table rules_table(const PlanView& view) {
  const auto& plan = view.planning.plan;
  std::vector<Table::Column> columns = {Table::key("rule"), {"then"}};
  for (const auto* name :
       {"matched", "guarded", "shadowed", "already", "unknown", "deferred", "will change", "size"})
    if (plan.backlog || name != std::string_view("deferred"))
      columns.push_back({name, Align::kRight});
  Table table(std::move(columns));
  for (const auto& rule : plan.rules) {
    std::vector<std::string> cells = {rule.name, actions_text(actions_of(view.program, rule.name))};
    for (const auto count : {rule.matched, rule.guarded, rule.shadowed, rule.already, rule.unknown})
      cells.push_back(grouped(count));
    if (plan.backlog) cells.push_back(grouped(rule.deferred));
    cells.push_back(grouped(rule.changes));
    cells.push_back(bytes_text(rule.bytes));
    table.add(std::move(cells));
  }
  return table;
}

std::string rules_text(const PlanView& view) {
  const auto& plan = view.planning.plan;
  std::string text;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    const auto& rule = plan.rules[i];
    const bool has_changes = std::any_of(view.changes().begin(), view.changes().end(),
                                         [i](const auto& change) { return comes_from(change, i); });
    if (!has_changes && !view.show.strategy) continue;
    text += "\n" + rule.name + (rule.title.empty() ? "" : ": " + printable(rule.title)) + "\n";
    if (view.show.strategy)
      text += fmt::format("  strategy: {}; estimated cost: {} {}\n", rule.strategy,
                          grouped(rule.cost_estimate), view.planning.cost_unit);
    if (has_changes) text += "  because " + usual_reason(view, i) + "\n" + samples(view, i);
  }
  return text;
}

std::string guards_text(const plan::Plan& plan) {
  if (plan.guards.empty()) return {};
  std::string text;
  for (const auto& tally : plan.guards)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", grouped(tally.messages),
                        plan::to_text(tally.guard));
  return "\nKept by guards: " + text + "\n";
}

std::string trips_text(const plan::Plan& plan) {
  std::string text;
  for (const auto& trip : plan.trips) text += "STOP: " + trip.detail + "\n";
  return text;
}

std::string narrowing_text(const plan::Plan& plan) {
  if (plan.only_rules.empty()) return {};
  std::string names;
  for (const auto& name : plan.only_rules) names += (names.empty() ? "" : ", ") + name;
  return "Note: only " + names + (plan.only_rules.size() == 1 ? " acts" : " act") +
         "; what another rule of the policy keeps or moves first is left alone\n";
}

// A backlog gets past a limit step by step; that is to be seen before it does.
std::string beyond_text(const plan::Plan& plan) {
  std::string text;
  for (const auto& trip : plan.trips_without_backlog)
    text += "Note: with what waits, a limit is exceeded: " + trip.detail +
            "; further runs can get there\n";
  return text;
}

// A wrong clock makes everything look younger or older than it is.
std::string ahead_text(const plan::Plan& plan) {
  if (!plan.ahead) return {};
  const bool is_one = plan.ahead->messages == 1;
  return fmt::format(
      "Note: {} {} dated after {}, the newest {}; guards keep {}. Is the clock, or --now, "
      "right?\n",
      grouped(plan.ahead->messages), is_one ? "message is" : "messages are", to_rfc3339(plan.now),
      to_rfc3339(from_unix_ms(plan.ahead->newest_ms)), is_one ? "it" : "them");
}

std::string since_text(const PlanView& view) {
  if (!view.show.since) return {};
  return fmt::format("New since run {}: {} of {} messages; only these are shown\n",
                     view.show.since->run_id,
                     grouped(static_cast<std::int64_t>(view.changes().size())),
                     grouped(view.planning.plan.totals.changes));
}

}  // namespace

std::string plan_text(const PlanView& view) {
  const auto& plan = view.planning.plan;
  auto text = fmt::format("Policy {} on {} {}, as of {}: {} messages\n\n", view.binding.policy,
                          view.binding.provider, printable(view.binding.account),
                          to_rfc3339(plan.now), grouped(plan.totals.messages));
  text += rules_table(view).text() + rules_text(view) + guards_text(plan);
  for (const auto& note : view.program.notes) text += "Note: " + note + "\n";
  text += narrowing_text(plan) + beyond_text(plan) + ahead_text(plan);
  return text + "\n" + trips_text(plan) + plan_footer(plan) + "\n" + since_text(view);
}

}  // namespace mailcomb::app
