// SPDX-License-Identifier: Apache-2.0
#include "app/report/plan_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t kSamplesPerRule = 3;
constexpr std::size_t kSkipsShown = 5;

std::string actions_text(const std::vector<mail::Action>& actions) {
  std::string text;
  for (const auto& action : actions) text += (text.empty() ? "" : ", ") + mail::to_text(action);
  return text;
}

bool comes_from(const plan::Change& change, std::size_t rule) {
  return std::any_of(change.actions.begin(), change.actions.end(),
                     [rule](const auto& planned) { return planned.rule == rule; });
}

std::string date_text(const std::optional<std::int64_t>& received_at_ms) {
  return received_at_ms ? to_rfc3339(from_unix_ms(*received_at_ms)).substr(0, 10) : "undated";
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
  std::vector<Table::Column> columns = {{"rule"}, {"then"}};
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

Table changes_table(const PlanView& view) {
  const auto& plan = view.planning.plan;
  Table table({{"message_id"},
               {"action"},
               {"rule"},
               {"reason"},
               {"received_at"},
               {"from"},
               {"subject"},
               {"size_bytes"}});
  for (const auto& change : view.changes())
    for (const auto& planned : change.actions)
      table.add({change.id, mail::to_text(planned.action), plan.rules[planned.rule].name,
                 plan.reasons[planned.reason],
                 change.received_at_ms ? to_rfc3339(from_unix_ms(*change.received_at_ms)) : "",
                 change.from, change.subject,
                 change.size_bytes ? std::to_string(*change.size_bytes) : ""});
  return table;
}

// The youngest come first: they are the ones that somebody may still want.
void sort_youngest(std::vector<const plan::Change*>& changes) {
  const auto middle =
      changes.begin() + static_cast<std::ptrdiff_t>(std::min(kSamplesPerRule, changes.size()));
  std::partial_sort(changes.begin(), middle, changes.end(), [](const auto* a, const auto* b) {
    return std::tie(b->received_at_ms, a->id) < std::tie(a->received_at_ms, b->id);
  });
}

std::string samples(const PlanView& view, std::size_t rule) {
  std::vector<const plan::Change*> changes;
  for (const auto& change : view.changes())
    if (comes_from(change, rule)) changes.push_back(&change);
  sort_youngest(changes);
  std::string text;
  for (std::size_t i = 0; i < changes.size() && i < kSamplesPerRule; ++i)
    text += fmt::format(
        "  {}  {}  {}\n", date_text(changes[i]->received_at_ms),
        padded(fitted(printable(changes[i]->from), 32), 32),
        fitted(changes[i]->subject.empty() ? "(no subject)" : printable(changes[i]->subject), 60));
  if (changes.size() > kSamplesPerRule)
    text += fmt::format("  … and {} older\n",
                        grouped(static_cast<std::int64_t>(changes.size() - kSamplesPerRule)));
  return text;
}

// The reason that most of the rule's changes have, and how many if there are others.
std::string usual_reason(const PlanView& view, std::size_t rule) {
  const auto& plan = view.planning.plan;
  std::map<std::uint32_t, std::int64_t> counts;
  for (const auto& change : view.changes())
    for (const auto& planned : change.actions)
      if (planned.rule == rule) ++counts[planned.reason];
  if (counts.empty()) return {};
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto reason = fitted(printable(plan.reasons[most->first]), 100);
  if (counts.size() == 1) return reason;
  return fmt::format("{} ({} of them; others for other reasons)", reason, grouped(most->second));
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

std::string deferred_text(const plan::Plan& plan) {
  if (!plan.backlog) return {};
  const auto waiting = plan.totals.deferred == 0
                           ? std::string("nothing waits")
                           : grouped(plan.totals.deferred) + " wait for a later run";
  return fmt::format("; {} (at most {} a run, the {} first)", waiting,
                     grouped(plan.backlog->per_run), plan::to_text(plan.backlog->order));
}

std::string since_text(const PlanView& view) {
  if (!view.show.since) return {};
  return fmt::format("New since run {}: {} of {} messages; only these are shown\n",
                     view.show.since->run_id,
                     grouped(static_cast<std::int64_t>(view.changes().size())),
                     grouped(view.planning.plan.totals.changes));
}

std::string plan_text(const PlanView& view) {
  const auto& plan = view.planning.plan;
  auto text = fmt::format("Policy {} on {} {}, as of {}: {} messages\n\n", view.binding.policy,
                          view.binding.provider, printable(view.binding.account),
                          to_rfc3339(plan.now), grouped(plan.totals.messages));
  text += rules_table(view).text() + rules_text(view) + guards_text(plan);
  for (const auto& note : view.program.notes) text += "Note: " + note + "\n";
  text += narrowing_text(plan) + ahead_text(plan);
  return text + "\n" + trips_text(plan) + plan_footer(plan) + "\n" + since_text(view);
}

std::int64_t count_action(const plan::Plan& plan, const mail::Action& action) {
  return std::count_if(plan.changes.begin(), plan.changes.end(), [&](const auto& change) {
    return std::any_of(change.actions.begin(), change.actions.end(),
                       [&](const auto& planned) { return planned.action == action; });
  });
}

std::vector<mail::Action> all_actions(const plan::Plan& plan) {
  std::vector<mail::Action> actions;
  for (const auto& change : plan.changes)
    for (const auto& planned : change.actions)
      if (std::find(actions.begin(), actions.end(), planned.action) == actions.end())
        actions.push_back(planned.action);
  std::sort(actions.begin(), actions.end());
  return actions;
}

std::string share_text(const plan::Plan& plan, const mail::Action& action) {
  for (const auto& share : plan.shares) {
    if (share.action != action.kind) continue;
    auto text = percent_text(share.percent) + " of the mailbox";
    if (share.limit_percent) text += ", limit " + percent_text(*share.limit_percent);
    if (share.limit_count) text += ", limit " + grouped(*share.limit_count) + " messages";
    return " (" + text + ")";
  }
  return {};
}

json since_json(const PlanView& view) {
  const auto fresh = static_cast<std::int64_t>(view.changes().size());
  return {{"run_id", view.show.since->run_id},
          {"new", fresh},
          {"known", view.planning.plan.totals.changes - fresh}};
}

json decisions_json(const plan::Plan& plan) {
  json decisions = json::array();
  for (const auto& decision : plan.decisions) {
    json guards = json::array();
    for (const auto guard : decision.guards.list()) guards.push_back(plan::to_text(guard));
    decisions.push_back({{"message_id", decision.message_id},
                         {"rule", plan.rules[decision.rule].name},
                         {"bucket", plan::to_text(decision.bucket)},
                         {"guards", std::move(guards)},
                         {"reason", plan.reasons[decision.reason]}});
  }
  for (const auto& keep : plan.keeps)
    decisions.push_back({{"message_id", keep.message_id},
                         {"rule", plan.rules[keep.rule].name},
                         {"bucket", "kept"},
                         {"guards", json::array()},
                         {"reason", plan.reasons[keep.reason]}});
  return decisions;
}

json changes_json(const PlanView& view) {
  const auto& plan = view.planning.plan;
  json changes = json::array();
  for (const auto& change : view.changes()) changes.push_back(plan::change_json(plan, change));
  return changes;
}

json plan_json(const PlanView& view) {
  const auto& plan = view.planning.plan;
  json document = plan::header_json(plan, view.binding);
  if (view.show.since) document["since"] = since_json(view);
  document["changes"] = changes_json(view);
  document["notes"] = view.program.notes;
  if (!plan.decisions.empty() || !plan.keeps.empty()) document["decisions"] = decisions_json(plan);
  json unreadable = json::array();
  for (const auto& skip : view.planning.skips)
    unreadable.push_back({{"what", skip.what}, {"why", skip.why}});
  document["unreadable"] = std::move(unreadable);
  json degraded = json::array();
  for (const auto& each : view.planning.degradations)
    degraded.push_back({{"rule", each.rule}, {"messages", each.messages}, {"cause", each.cause}});
  document["degraded"] = std::move(degraded);
  document["digest"] = view.digest;
  return document;
}

}  // namespace

std::string plan_footer(const plan::Plan& plan) {
  std::string text;
  for (const auto& action : all_actions(plan))
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", grouped(count_action(plan, action)),
                        printable(mail::to_text(action)), share_text(plan, action));
  if (text.empty()) text = "nothing to change";
  return fmt::format("Plan: {}; {} kept by guards{}", text, grouped(plan.totals.guarded),
                     deferred_text(plan));
}

std::string degradation_text(const pipeline::PlanningReport& planning) {
  std::string text;
  const auto& skips = planning.skips;
  for (std::size_t i = 0; i < skips.size() && i < kSkipsShown; ++i)
    text +=
        "kept, not looked at: " + printable(skips[i].what) + ": " + printable(skips[i].why) + "\n";
  if (skips.size() > kSkipsShown)
    text += fmt::format("kept, not looked at: {} more like these\n",
                        grouped(static_cast<std::int64_t>(skips.size() - kSkipsShown)));
  for (const auto& degradation : planning.degradations)
    text +=
        fmt::format("rule '{}' kept {} messages that it could not judge: {}\n", degradation.rule,
                    grouped(degradation.messages), printable(degradation.cause));
  return text;
}

Report plan_report(const PlanView& view, Format format) {
  switch (format) {
    case Format::kTable: return {plan_text(view), {}, {}, Table({})};
    case Format::kCsv: return {{}, {}, {}, changes_table(view)};
    case Format::kNdjson: return {{}, {{"changes", changes_json(view)}}, "changes", Table({})};
    case Format::kJson: break;
  }
  return {{}, plan_json(view), "changes", Table({})};
}

}  // namespace mailcomb::app
