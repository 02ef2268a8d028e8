// SPDX-License-Identifier: Apache-2.0
#include "pipeline/measure.hpp"

namespace mailcomb::pipeline {
namespace {

using mail::Action;
using telemetry::Metric;
using telemetry::Stage;

// The type by which an action is counted, or null.
const char* type_of(Action::Kind kind) {
  switch (kind) {
    case Action::Kind::kArchive: return "archive";
    case Action::Kind::kTrash: return "delete";
    case Action::Kind::kMarkRead: return "mark_read";
    case Action::Kind::kMarkUnread: return "mark_unread";
    case Action::Kind::kStar: return "star";
    case Action::Kind::kUnstar: return "unstar";
    case Action::Kind::kLabel: return "label";
    case Action::Kind::kUnlabel: return "unlabel";
    case Action::Kind::kKeep:
    case Action::Kind::kRestore: break;
  }
  return nullptr;
}

const char* outcome_name(journal::Outcome outcome) {
  switch (outcome) {
    case journal::Outcome::kDone: return "done";
    case journal::Outcome::kGone: return "gone";
    case journal::Outcome::kTouched: return "touched";
    case journal::Outcome::kFailed: break;
  }
  return "failed";
}

const char* outcome_name(plugin::OutcomeKind outcome) {
  switch (outcome) {
    case plugin::OutcomeKind::kUntried: return "untried";
    case plugin::OutcomeKind::kDone: return "done";
    case plugin::OutcomeKind::kGone: return "gone";
    case plugin::OutcomeKind::kFailed: break;
  }
  return "failed";
}

}  // namespace

void measure_outcomes(const std::vector<plugin::Outcome>& outcomes, telemetry::Meter& meter) {
  for (const auto& outcome : outcomes) meter.count(Stage::kApply, outcome_name(outcome.kind), 1);
}

void measure_plan(const PlanningReport& report, const std::string& policy,
                  telemetry::Meter& meter) {
  const auto& plan = report.plan;
  const auto& totals = plan.totals;
  meter.count(Stage::kScan, "read", totals.scanned);
  meter.count(Stage::kScan, "unreadable", totals.messages - totals.scanned);
  meter.count(Stage::kMatch, "matched", totals.matched);
  meter.count(Stage::kMatch, "unmatched", totals.scanned - totals.matched);
  meter.count(Stage::kGuard, "kept", totals.guarded);
  meter.count(Stage::kGuard, "passed", totals.matched - totals.guarded);
  meter.count(Stage::kPlan, "changes", totals.changes);
  meter.count(Stage::kPlan, "stays", totals.matched - totals.changes);
  for (const auto& rule : plan.rules)
    meter.add(Metric::kRuleMatches, {policy, rule.name}, static_cast<double>(rule.matched));
  for (const auto& guard : plan.guards)
    meter.add(Metric::kGuardBlocks, {std::string(plan::to_text(guard.guard))},
              static_cast<double>(guard.messages));
}

void measure_result(const journal::Intent& intent, journal::Outcome outcome,
                    telemetry::Meter& meter) {
  meter.count(Stage::kVerify, outcome_name(outcome), 1);
  const char* status = outcome == journal::Outcome::kDone ? "success" : "failed";
  for (const auto& intended : intent.actions)
    if (const char* type = type_of(intended.action.kind))
      meter.add(Metric::kActions, {type, status});
}

}  // namespace mailcomb::pipeline
