// SPDX-License-Identifier: Apache-2.0
#include "app/report/plan_report.hpp"

#include <fmt/format.h>

#include "app/report/plan_text.hpp"
#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t kSkipsShown = 5;

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
