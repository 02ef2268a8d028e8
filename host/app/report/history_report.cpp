// SPDX-License-Identifier: Apache-2.0
#include "app/report/history_report.hpp"

#include <fmt/format.h>

#include "app/report/run_record.hpp"
#include "app/terminal.hpp"
#include "mail/state_json.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

std::string outcome_of(const journal::Run& run, const journal::Intent& intent) {
  const auto found = run.results.find(intent.message_id);
  if (found == run.results.end()) return "open";
  return std::string(journal::to_text(found->second.outcome));
}

json intent_json(const journal::Run& run, const journal::Intent& intent) {
  json actions = json::array();
  for (const auto& intended : intent.actions)
    actions.push_back({{"action", mail::to_text(intended.action)},
                       {"rule", intended.rule},
                       {"reason", intended.reason}});
  json record = {{"message_id", intent.message_id},
                 {"actions", std::move(actions)},
                 {"prior", mail::to_json(intent.prior)},
                 {"outcome", outcome_of(run, intent)}};
  if (!intent.metadata.empty()) {
    record["from"] = intent.metadata.from;
    record["subject"] = intent.metadata.subject;
  }
  return record;
}

json unsealing_json(const journal::Run& run, const Unsealing& unsealing) {
  if (unsealing.state == Unsealing::State::kNone) return nullptr;
  return {{"key_id", run.summary.header.key_id},
          {"shown", unsealing.state == Unsealing::State::kShown},
          {"why", unsealing.why.empty() ? json() : json(unsealing.why)}};
}

// Empty where there is nothing to take back, and where nothing ever expires.
std::string undo_text(const UndoUntil& undo) {
  return undo.is_possible && undo.end ? to_rfc3339(*undo.end).substr(0, 10) : "";
}

std::string keeping_text(const journal::RunSummary& run, const journal::Retention& retention) {
  if (run.trimmed_at)
    return "its messages were removed on " + to_rfc3339(*run.trimmed_at).substr(0, 10) +
           (run.header.kind == journal::RunKind::kPlan ? "\n" : ": it can no longer be undone\n");
  const auto until = undo_text(undo_until(run, retention));
  return until.empty() ? "" : "can be undone until " + until + "\n";
}

std::string summary_text(const journal::RunSummary& run, const journal::Retention& retention) {
  const auto& tally = run.tally;
  auto text = fmt::format("Run {}: {} of policy {} on {} {}\n", run.header.run_id,
                          journal::to_text(run.header.kind), run.header.policy, run.header.provider,
                          printable(run.header.account));
  text += fmt::format("started {}, {}\n", to_rfc3339(run.header.started_at), status_text(run));
  if (!run.header.undoes.empty()) text += "takes back run " + run.header.undoes + "\n";
  if (!run.undone_by.empty()) text += "taken back by run " + run.undone_by + "\n";
  text += keeping_text(run, retention);
  return text + fmt::format("{} planned, {} done, {} gone, {} touched, {} failed\n",
                            grouped(tally.planned), grouped(tally.done), grouped(tally.gone),
                            grouped(tally.touched), grouped(tally.failed));
}

}  // namespace

Report history_report(const std::vector<journal::RunSummary>& runs,
                      const journal::Retention& retention, std::string if_none) {
  constexpr auto kRight = Align::kRight;
  Table table({Table::key("run"),
               {"kind"},
               {"status"},
               {"policy"},
               {"mailbox", Align::kLeft, 40},
               {"planned", kRight},
               {"done", kRight},
               {"not done", kRight},
               {"undo until"}});
  json list = json::array();
  for (const auto& run : runs) {
    const auto& tally = run.tally;
    table.add({run.header.run_id, std::string(journal::to_text(run.header.kind)), status_text(run),
               run.header.policy, run.header.provider + ":" + run.header.account,
               grouped(tally.planned), grouped(tally.done),
               grouped(tally.gone + tally.touched + tally.failed),
               undo_text(undo_until(run, retention))});
    list.push_back(summary_json(run, retention));
  }
  std::string text = runs.empty() ? std::move(if_none) : "";
  return {std::move(text), {{"runs", std::move(list)}}, "runs", std::move(table)};
}

Report history_entry(const journal::Run& run, const journal::Retention& retention,
                     const Unsealing& unsealing) {
  Table table({Table::key("message_id"),
               {"actions"},
               {"rule"},
               {"outcome"},
               {"from", Align::kLeft, 30},
               {"subject", Align::kLeft, 40},
               {"detail"}});
  json messages = json::array();
  for (const auto& intent : run.intents) {
    const auto found = run.results.find(intent.message_id);
    table.add({intent.message_id, actions_text(intent),
               intent.actions.empty() ? "" : intent.actions.front().rule, outcome_of(run, intent),
               intent.metadata.from, intent.metadata.subject,
               found == run.results.end() ? "" : found->second.detail});
    messages.push_back(intent_json(run, intent));
  }
  json document = summary_json(run.summary, retention);
  document["sealed"] = unsealing_json(run, unsealing);
  document["messages"] = std::move(messages);
  auto text = summary_text(run.summary, retention);
  if (!unsealing.why.empty()) text += unsealing.why + "\n";
  if (!table.empty()) text += "\n" + table.text();
  return {std::move(text), std::move(document), "messages", std::move(table)};
}

Report statistics_report(const journal::Statistics& statistics, const std::string& by,
                         std::optional<Time> since) {
  constexpr auto kRight = Align::kRight;
  Table table({{by},
               {"runs", kRight},
               {"planned", kRight},
               {"done", kRight},
               {"not done", kRight},
               {"undone", kRight}});
  json groups = json::array();
  for (const auto& [key, group] : statistics.groups) {
    const auto& tally = group.messages;
    table.add({key, grouped(group.runs), grouped(tally.planned), grouped(tally.done),
               grouped(tally.gone + tally.touched + tally.failed), grouped(group.undone)});
    json record = {{"key", key}, {"runs", group.runs}};
    record.update(tally_json(tally));
    record["undone"] = group.undone;
    groups.push_back(std::move(record));
  }
  auto text = table.empty() ? "No run has changed mail.\n" : table.text();
  if (statistics.without_details > 0)
    text += fmt::format("{} runs are not counted: their messages are no longer in the journal\n",
                        grouped(statistics.without_details));
  json document = {{"by", by},
                   {"since", since ? json(to_rfc3339(*since)) : json()},
                   {"groups", std::move(groups)},
                   {"without_details", statistics.without_details}};
  return {std::move(text), std::move(document), "groups", std::move(table)};
}

}  // namespace mailcomb::app
