// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "plan/limits.hpp"
#include "plan/observation.hpp"

namespace mailcomb::plan {
namespace {

using filter::Truth;
using mail::Action;

bool contains(const std::vector<PlannedAction>& planned, const Action& action) {
  return std::any_of(planned.begin(), planned.end(),
                     [&](const auto& each) { return each.action == action; });
}

bool is_terminal(const Rule& rule) {
  return std::any_of(rule.actions.begin(), rule.actions.end(),
                     [](const Action& action) { return mail::is_terminal(action); });
}

void count(const Decision& decision, RuleTally& tally) {
  ++tally.matched;
  switch (decision.bucket) {
    case Bucket::kGuarded: ++tally.guarded; return;
    case Bucket::kShadowed: ++tally.shadowed; return;
    case Bucket::kAlready: ++tally.already; return;
    case Bucket::kChanges: ++tally.changes; return;
  }
}

bool all_done(const Rule& rule, const mail::State& state) {
  return std::all_of(rule.actions.begin(), rule.actions.end(),
                     [&](const Action& action) { return mail::satisfies(state, action); });
}

}  // namespace

std::string_view to_text(Bucket bucket) {
  switch (bucket) {
    case Bucket::kGuarded: return "guarded";
    case Bucket::kShadowed: return "shadowed";
    case Bucket::kAlready: return "already";
    case Bucket::kChanges: break;
  }
  return "changes";
}

Planner::Planner(Program program)
    : program_(std::move(program)),
      needs_threads_(needs_threads(program_)),
      guard_tally_(kGuardNames.size()) {
  plan_.now = program_.now;
  for (const auto& rule : program_.rules) {
    RuleTally tally;
    tally.name = rule.name;
    tally.title = rule.title;
    tally.strategy = rule.strategy;
    tally.cost_estimate = rule.cost_estimate;
    plan_.rules.push_back(std::move(tally));
  }
}

std::uint32_t Planner::intern(const std::string& reason) {
  const auto next = static_cast<std::uint32_t>(plan_.reasons.size());
  const auto [entry, is_new] = reasons_.try_emplace(reason, next);
  if (is_new) plan_.reasons.push_back(reason);
  return entry->second;
}

void Planner::add(const mailcomb_batch& batch, std::span<const std::vector<Selection>> selections,
                  const std::vector<bool>& is_protected) {
  const GuardSet kProtected = {Guard::kProtected};
  for (std::uint32_t row = 0; row < batch.row_count; ++row)
    add_row(batch, row, selections,
            !is_protected.empty() && is_protected[row] ? kProtected : GuardSet());
}

void Planner::add_row(const mailcomb_batch& batch, std::uint32_t row,
                      std::span<const std::vector<Selection>> selections, GuardSet raised) {
  const sdk::Row columns(&batch, row);
  const auto received_at = columns.integer("received_at");
  Candidate candidate;
  candidate.change.prior = observe_state(columns);
  const auto& state = candidate.change.prior;
  const auto own =
      own_guards(state, received_at, has_user_label(batch, state), to_unix_ms(program_.now));
  candidate.guards = (raised | own).without(program_.unguarded);
  ++plan_.totals.scanned;
  if (state.location != mail::Location::kTrash && state.location != mail::Location::kSpam)
    ++plan_.totals.limited_to;
  if (needs_threads_) {
    read_thread_keys(columns, keys_);
    candidate.thread = threads_.add(
        keys_, received_at.value_or(std::numeric_limits<std::int64_t>::min()), candidate.guards);
  }
  for (std::uint32_t rule = 0; rule < selections.size(); ++rule) {
    const auto& selection = selections[rule][row];
    if (selection.truth == Truth::kUnknown) ++plan_.rules[rule].unknown;
    if (selection.truth == Truth::kTrue)
      candidate.matches.push_back(
          {rule, selection.reason, selection.only_derived_category, selection.received_before_ms});
  }
  if (candidate.matches.empty()) return;
  describe_message(columns, candidate.change);
  candidates_.push_back(std::move(candidate));
}

GuardSet Planner::guards_against(const Candidate& candidate, const Match& match) const {
  const Rule& rule = program_.rules[match.rule];
  GuardSet raised = candidate.guards;
  if (match.only_derived_category) raised.add(Guard::kDerivedCategory);
  if (needs_threads_ && rule.whole_thread && trashes(rule)) {
    static const std::array kTrash = {Action{Action::Kind::kTrash, {}}};
    const bool guarded = !stopping(threads_.guards(candidate.thread), kTrash).empty();
    const bool younger = match.received_before_ms &&
                         threads_.youngest_ms(candidate.thread) >= *match.received_before_ms;
    const bool by_itself = !stopping(candidate.guards, kTrash).empty();
    if ((guarded && !by_itself) || younger) raised.add(Guard::kThread);
  }
  return stopping(raised.without(program_.unguarded), rule.actions);
}

void Planner::tally_guards(GuardSet guards) {
  for (const Guard guard : guards.list()) ++guard_tally_[static_cast<std::size_t>(guard)];
}

// Adds what is left to do and not planned yet; false if that is nothing.
bool Planner::add_actions(Candidate& candidate, const Match& match) {
  auto& actions = candidate.change.actions;
  const auto before = actions.size();
  for (const auto& action : program_.rules[match.rule].actions)
    if (!mail::satisfies(candidate.change.prior, action) && !contains(actions, action))
      actions.push_back({action, match.rule, match.reason});
  return actions.size() > before;
}

// `is_decided`: a rule before this one had the last word on where the message goes.
Decision Planner::decide(Candidate& candidate, const Match& match, bool& is_decided) {
  const Rule& rule = program_.rules[match.rule];
  Decision decision{candidate.change.id, match.rule, match.reason, Bucket::kGuarded,
                    guards_against(candidate, match)};
  if (!decision.guards.empty()) return decision;
  decision.bucket = Bucket::kShadowed;
  if (is_terminal(rule)) {
    if (is_decided) return decision;
    is_decided = true;
  }
  if (all_done(rule, candidate.change.prior))
    decision.bucket = Bucket::kAlready;
  else if (add_actions(candidate, match))
    decision.bucket = Bucket::kChanges;
  return decision;
}

void Planner::decide(Candidate& candidate) {
  bool is_decided = false;
  GuardSet kept_by;
  for (const auto& match : candidate.matches) {
    const auto decision = decide(candidate, match, is_decided);
    count(decision, plan_.rules[match.rule]);
    kept_by = kept_by | decision.guards;
    if (decision.bucket == Bucket::kChanges)
      plan_.rules[match.rule].bytes += candidate.change.size_bytes.value_or(0);
    if (recording_.wants(candidate.change.id)) plan_.decisions.push_back(decision);
  }
  tally_guards(kept_by);
  if (!kept_by.empty()) ++plan_.totals.guarded;
}

// Where the provider has no threads, the first message of a conversation that changes names it.
void Planner::name_conversation(Candidate& candidate) {
  auto& change = candidate.change;
  if (!needs_threads_ || !change.thread.empty()) return;
  const auto conversation = threads_.conversation(candidate.thread);
  change.thread = conversation_ids_.try_emplace(conversation, change.id).first->second;
}

Plan Planner::finish(std::int64_t unreadable) {
  plan_.totals.messages = plan_.totals.scanned + unreadable;
  plan_.totals.matched = static_cast<std::int64_t>(candidates_.size());
  for (auto& candidate : candidates_) {
    decide(candidate);
    if (candidate.change.actions.empty()) continue;
    name_conversation(candidate);
    plan_.changes.push_back(std::move(candidate.change));
  }
  candidates_.clear();
  plan_.totals.changes = static_cast<std::int64_t>(plan_.changes.size());
  for (std::size_t i = 0; i < guard_tally_.size(); ++i)
    if (guard_tally_[i] > 0) plan_.guards.push_back({static_cast<Guard>(i), guard_tally_[i]});
  judge_limits(program_.limits, plan_);
  return std::move(plan_);
}

}  // namespace mailcomb::plan
