// SPDX-License-Identifier: Apache-2.0
#include "journal/run.hpp"

namespace mailcomb::journal {

std::string_view to_text(RunKind kind) {
  switch (kind) {
    case RunKind::kPlan: return "plan";
    case RunKind::kApply: return "apply";
    case RunKind::kUndo: return "undo";
  }
  return "";
}

std::string_view to_text(RunStatus status) {
  switch (status) {
    case RunStatus::kPlanned: return "planned";
    case RunStatus::kStopped: return "stopped";
    case RunStatus::kUnfinished: return "unfinished";
    case RunStatus::kInterrupted: return "interrupted";
    case RunStatus::kCompleted: return "completed";
    case RunStatus::kPartial: return "partial";
  }
  return "";
}

std::string_view to_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::kDone: return "done";
    case Outcome::kGone: return "gone";
    case Outcome::kTouched: return "touched";
    case Outcome::kFailed: return "failed";
  }
  return "";
}

std::vector<mail::Action> actions_of(const Intent& intent) {
  std::vector<mail::Action> actions;
  for (const auto& intended : intent.actions) actions.push_back(intended.action);
  return actions;
}

void Tally::count(Outcome outcome) {
  switch (outcome) {
    case Outcome::kDone: ++done; return;
    case Outcome::kGone: ++gone; return;
    case Outcome::kTouched: ++touched; return;
    case Outcome::kFailed: ++failed; return;
  }
}

Tally& Tally::operator+=(const Tally& other) {
  planned += other.planned;
  done += other.done;
  gone += other.gone;
  touched += other.touched;
  failed += other.failed;
  return *this;
}

bool RunSummary::is_pending() const {
  const bool is_open = status == RunStatus::kUnfinished || status == RunStatus::kInterrupted;
  return is_open && header.kind != RunKind::kPlan && undone_by.empty();
}

}  // namespace mailcomb::journal
