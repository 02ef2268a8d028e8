// SPDX-License-Identifier: Apache-2.0
#include "app/report/run_record.hpp"

namespace mailcomb::app {

using json = nlohmann::ordered_json;

json tally_json(const journal::Tally& tally) {
  return {{"planned", tally.planned},
          {"done", tally.done},
          {"gone", tally.gone},
          {"touched", tally.touched},
          {"failed", tally.failed}};
}

json result_json(const journal::MessageResult& result) {
  return {{"message_id", result.message_id},
          {"outcome", journal::to_text(result.outcome)},
          {"detail", result.detail}};
}

UndoUntil undo_until(const journal::RunSummary& run, const journal::Retention& retention) {
  const bool is_possible = run.header.kind == journal::RunKind::kApply && !run.trimmed_at &&
                           run.undone_by.empty() && run.tally.planned > 0;
  if (!is_possible) return {};
  return {true, journal::kept_until(run.ended_at.value_or(run.header.started_at), retention)};
}

namespace {

json undo_json(const UndoUntil& undo) {
  return {{"possible", undo.is_possible},
          {"until", undo.end ? json(to_rfc3339(*undo.end)) : json()}};
}

}  // namespace

json summary_json(const journal::RunSummary& run, const journal::Retention& retention) {
  return {{"run_id", run.header.run_id},
          {"kind", journal::to_text(run.header.kind)},
          {"status", journal::to_text(run.status)},
          {"started_at", to_rfc3339(run.header.started_at)},
          {"ended_at", run.ended_at ? json(to_rfc3339(*run.ended_at)) : json()},
          {"now", to_rfc3339(run.header.now)},
          {"policy", {{"name", run.header.policy}, {"digest", run.header.policy_digest}}},
          {"mailbox", {{"provider", run.header.provider}, {"account", run.header.account}}},
          {"undoes", run.header.undoes.empty() ? json() : json(run.header.undoes)},
          {"undone_by", run.undone_by.empty() ? json() : json(run.undone_by)},
          {"totals", tally_json(run.tally)},
          {"undo", undo_json(undo_until(run, retention))},
          {"trimmed_at", run.trimmed_at ? json(to_rfc3339(*run.trimmed_at)) : json()},
          {"version", run.header.version}};
}

std::string status_text(const journal::RunSummary& run) {
  std::string text(journal::to_text(run.status));
  return run.undone_by.empty() ? text : text + ", undone";
}

std::string actions_text(const journal::Intent& intent) {
  std::string text;
  for (const auto& intended : intent.actions)
    text += (text.empty() ? "" : ", ") + mail::to_text(intended.action);
  return text;
}

}  // namespace mailcomb::app
