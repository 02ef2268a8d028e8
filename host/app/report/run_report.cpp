// SPDX-License-Identifier: Apache-2.0
#include "app/report/run_report.hpp"

#include <fmt/format.h>

#include "app/report/run_record.hpp"
#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using journal::MessageResult;
using journal::RunKind;
using journal::RunStatus;
using journal::Tally;
using json = nlohmann::ordered_json;

constexpr std::size_t kProblemsShown = 20;

std::vector<MessageResult> problems_of(const pipeline::RunReport& run) {
  auto problems = run.execution.problems;
  problems.insert(problems.end(), run.dropped.begin(), run.dropped.end());
  return problems;
}

Table problems_table(const std::vector<MessageResult>& problems) {
  Table table({Table::key("message_id"), {"outcome"}, {"detail", Align::kLeft, 120}});
  for (const auto& problem : problems)
    table.add({problem.message_id, std::string(journal::to_text(problem.outcome)), problem.detail});
  return table;
}

std::string problems_text(const std::vector<MessageResult>& problems) {
  std::string text;
  for (std::size_t i = 0; i < problems.size() && i < kProblemsShown; ++i)
    text += fmt::format("  {}: {}: {}\n", printable(problems[i].message_id),
                        journal::to_text(problems[i].outcome), printable(problems[i].detail));
  if (problems.size() > kProblemsShown)
    text += fmt::format("  … and {} more\n",
                        grouped(static_cast<std::int64_t>(problems.size() - kProblemsShown)));
  return text;
}

std::string next_step(const pipeline::RunReport& run, RunKind kind,
                      std::optional<Time> undo_until) {
  if (run.execution.status == RunStatus::kInterrupted)
    return fmt::format(
        "Not finished. 'mailcomb resume {0}' goes on{1}.\n", run.run_id,
        kind == RunKind::kApply
            ? fmt::format("; 'mailcomb undo {}' takes back what was done", run.run_id)
            : "");
  if (kind == RunKind::kApply && run.execution.tally.done > 0)
    return fmt::format("'mailcomb undo {}' takes it back{}.\n", run.run_id,
                       undo_until ? ", until " + to_rfc3339(*undo_until).substr(0, 10) : "");
  return {};
}

std::string run_text(const pipeline::RunReport& run, RunKind kind, std::optional<Time> undo_until) {
  const auto& tally = run.execution.tally;
  auto text = fmt::format("Run {}: ", run.run_id);
  text += tally.planned == 0
              ? (kind == RunKind::kUndo ? "nothing to put back" : "nothing to change")
              : fmt::format("{} of {} messages {}", grouped(tally.done), grouped(tally.planned),
                            kind == RunKind::kUndo ? "put back" : "changed");
  if (run.nothing_to_undo > 0)
    text += fmt::format(", {} were as before already", grouped(run.nothing_to_undo));
  const auto problems = problems_of(run);
  if (!problems.empty())
    text += fmt::format("; {} left alone:", grouped(static_cast<std::int64_t>(problems.size())));
  return text + "\n" + problems_text(problems) + next_step(run, kind, undo_until);
}

}  // namespace

Report run_report(const pipeline::RunReport& run, RunKind kind, std::optional<Time> undo_until) {
  const auto problems = problems_of(run);
  json list = json::array();
  for (const auto& problem : problems) list.push_back(result_json(problem));
  json document = {{"run_id", run.run_id},
                   {"kind", journal::to_text(kind)},
                   {"status", journal::to_text(run.execution.status)},
                   {"totals", tally_json(run.execution.tally)},
                   {"undo_until", undo_until ? json(to_rfc3339(*undo_until)) : json()},
                   {"nothing_to_undo", run.nothing_to_undo},
                   {"problems", std::move(list)}};
  return {run_text(run, kind, undo_until), std::move(document), "problems",
          problems_table(problems)};
}

Report undo_preview(const std::string& run_id, const pipeline::Inversion& inversion) {
  Table table({Table::key("message_id"), {"actions"}});
  json changes = json::array();
  for (const auto& intent : inversion.intents) {
    table.add({intent.message_id, actions_text(intent)});
    json actions = json::array();
    for (const auto& intended : intent.actions) actions.push_back(mail::to_text(intended.action));
    changes.push_back({{"message_id", intent.message_id}, {"actions", std::move(actions)}});
  }
  json skipped = json::array();
  for (const auto& skip : inversion.skipped) skipped.push_back(result_json(skip));
  const auto count = grouped(static_cast<std::int64_t>(inversion.intents.size()));
  auto text = fmt::format("Undo of run {}: {} messages would be put back", run_id, count);
  if (inversion.nothing_to_undo > 0)
    text += fmt::format(", {} are as before already", grouped(inversion.nothing_to_undo));
  if (!inversion.skipped.empty())
    text += fmt::format("; {} would be left alone:",
                        grouped(static_cast<std::int64_t>(inversion.skipped.size())));
  text += "\n" + problems_text(inversion.skipped);
  json document = {{"undoes", run_id},
                   {"changes", std::move(changes)},
                   {"skipped", std::move(skipped)},
                   {"nothing_to_undo", inversion.nothing_to_undo}};
  return {std::move(text), std::move(document), "changes", std::move(table)};
}

}  // namespace mailcomb::app
