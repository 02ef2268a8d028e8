// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "plan/focus.hpp"
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

void count(Bucket bucket, RuleTally& tally) {
  ++tally.matched;
  switch (bucket) {
    case Bucket::kGuarded: ++tally.guarded; return;
    case Bucket::kShadowed: ++tally.shadowed; return;
    case Bucket::kAlready: ++tally.already; return;
    case Bucket::kChanges: ++tally.changes; return;
    case Bucket::kDeferred: return;  // Later, from what would change.
  }
}

bool stays(const Change& change) {
  const auto location = change.prior.location;
  if (location == mail::Location::kTrash || location == mail::Location::kSpam) return false;
  return std::none_of(change.actions.begin(), change.actions.end(), [](const auto& planned) {
    return planned.action.kind == Action::Kind::kTrash;
  });
}

std::set<std::uint32_t> rules_of(const Change& change) {
  std::set<std::uint32_t> rules;
  for (const auto& planned : change.actions) rules.insert(planned.rule);
  return rules;
}

void defer(const Change& change, RuleTally& tally) {
  --tally.matched;
  --tally.changes;
  ++tally.deferred;
  tally.bytes -= change.size_bytes.value_or(0);
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
    case Bucket::kDeferred: return "deferred";
    case Bucket::kChanges: break;
  }
  return "changes";
}

Planner::Planner(Program program)
    : program_(std::move(program)),
      needs_threads_(needs_threads(program_)),
      pending_(program_.rules.size()),
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
  note_ahead(received_at);
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
    if (selection.tells_why_kept)
      plan_.keeps.push_back({std::string(columns.text("id").value_or("")), rule, selection.reason});
    if (selection.truth != Truth::kTrue) continue;
    auto& match = candidate.matches.emplace_back();
    match.rule = rule;
    match.reason = selection.reason;
    match.only_derived_category = selection.only_derived_category;
    match.received_before_ms = selection.received_before_ms;
    if (!selection.is_pending) continue;
    match.truth = Truth::kUnknown;
    pending_[rule].push_back(static_cast<std::uint32_t>(candidates_.size()));
  }
  if (candidate.matches.empty()) return;
  describe_message(columns, candidate.change);
  candidates_.push_back(std::move(candidate));
}

Planner::Match* Planner::Candidate::find_match(std::uint32_t rule) {
  const auto found = std::find_if(matches.begin(), matches.end(),
                                  [rule](const Match& match) { return match.rule == rule; });
  return found == matches.end() ? nullptr : &*found;
}

bool Planner::wants(std::uint32_t rule, std::uint32_t number) const {
  return recording_.wants(candidates_[pending_[rule][number]].change.id);
}

void Planner::settle(std::uint32_t rule, std::uint32_t number, const Settlement& settlement) {
  auto& candidate = candidates_[pending_[rule][number]];
  auto& match = *candidate.find_match(rule);
  match.truth = settlement.truth;
  match.reason = settlement.reason;
  if (settlement.stand_in) match.stand_in = pending_[rule][*settlement.stand_in];
  if (settlement.tells_why_kept)
    plan_.keeps.push_back({candidate.change.id, rule, settlement.reason});
}

GuardSet Planner::guards_against(const Candidate& candidate, const Match& match) const {
  const Rule& rule = program_.rules[match.rule];
  GuardSet raised = candidate.guards;
  if (match.only_derived_category) raised.add(Guard::kDerivedCategory);
  if (!match.is_survived) raised.add(Guard::kLastCopy);
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

void Planner::note_ahead(std::optional<std::int64_t> received_at_ms) {
  if (!received_at_ms || *received_at_ms <= to_unix_ms(program_.now)) return;
  if (!plan_.ahead) plan_.ahead = Ahead{0, *received_at_ms};
  ++plan_.ahead->messages;
  plan_.ahead->newest_ms = std::max(plan_.ahead->newest_ms, *received_at_ms);
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
Bucket Planner::decide(Candidate& candidate, const Match& match, bool& is_decided) {
  const Rule& rule = program_.rules[match.rule];
  if (!match.guards.empty()) return Bucket::kGuarded;
  if (is_terminal(rule)) {
    if (is_decided) return Bucket::kShadowed;
    is_decided = true;
  }
  if (all_done(rule, candidate.change.prior)) return Bucket::kAlready;
  return add_actions(candidate, match) ? Bucket::kChanges : Bucket::kShadowed;
}

void Planner::decide(Candidate& candidate) {
  bool is_decided = false;
  for (auto& match : candidate.matches) {
    match.is_survived = is_survived(match);
    match.guards = guards_against(candidate, match);
    match.bucket = decide(candidate, match, is_decided);
  }
  candidate.stage = Stage::kDecided;
}

// Stand-ins that wait for each other could all go: none of them counts as one that stays.
bool Planner::is_survived(const Match& match) {
  if (match.stand_in == kNone) return true;
  auto& stand_in = candidates_[match.stand_in];
  if (stand_in.stage != Stage::kDecided) return false;
  if (stays(stand_in.change)) return true;
  const auto* handed_on = stand_in.find_match(match.rule);
  return handed_on && handed_on->stand_in != kNone && handed_on->is_survived;
}

std::uint32_t Planner::find_open_stand_in(const Candidate& candidate) const {
  for (const auto& match : candidate.matches)
    if (match.stand_in != kNone && candidates_[match.stand_in].stage == Stage::kOpen)
      return match.stand_in;
  return kNone;
}

// What stands in for a message is decided before it. Not recursive: a message may have many copies.
void Planner::decide_all() {
  std::vector<std::uint32_t> begun;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    begun.push_back(i);
    while (!begun.empty()) {
      auto& candidate = candidates_[begun.back()];
      if (candidate.stage != Stage::kDecided) {
        candidate.stage = Stage::kBegun;
        if (const auto next = find_open_stand_in(candidate); next != kNone) {
          begun.push_back(next);
          continue;
        }
        decide(candidate);
      }
      begun.pop_back();
    }
  }
}

void Planner::drop_what_is_not_selected() {
  for (auto& candidate : candidates_)
    std::erase_if(candidate.matches, [this](const Match& match) {
      if (match.truth == Truth::kUnknown) ++plan_.rules[match.rule].unknown;
      return match.truth != Truth::kTrue;
    });
}

void Planner::report(Candidate& candidate) {
  bool is_matched = false;
  GuardSet kept_by;
  for (const auto& match : candidate.matches) {
    if (!program_.rules[match.rule].acts) continue;
    is_matched = true;
    auto& tally = plan_.rules[match.rule];
    count(match.bucket, tally);
    kept_by = kept_by | match.guards;
    if (match.bucket == Bucket::kChanges) tally.bytes += candidate.change.size_bytes.value_or(0);
    if (recording_.wants(candidate.change.id))
      plan_.decisions.push_back(
          {candidate.change.id, match.rule, match.reason, match.bucket, match.guards});
  }
  tally_guards(kept_by);
  if (!kept_by.empty()) ++plan_.totals.guarded;
  if (is_matched) ++plan_.totals.matched;
  std::erase_if(candidate.change.actions,
                [this](const auto& planned) { return !program_.rules[planned.rule].acts; });
}

// Where the provider has no threads, the first message of a conversation that changes names it.
void Planner::name_conversation(Candidate& candidate) {
  auto& change = candidate.change;
  if (!needs_threads_ || !change.thread.empty()) return;
  const auto conversation = threads_.conversation(candidate.thread);
  change.thread = conversation_ids_.try_emplace(conversation, change.id).first->second;
}

void Planner::collect_changes() {
  for (auto& candidate : candidates_) {
    report(candidate);
    if (candidate.change.actions.empty()) continue;
    name_conversation(candidate);
    plan_.changes.push_back(std::move(candidate.change));
  }
  candidates_.clear();
}

void Planner::put_off() {
  plan_.backlog = program_.backlog;
  if (!plan_.backlog) return;
  const auto waits = find_deferred(*plan_.backlog, program_.rules, plan_.changes);
  std::vector<Change> changes;
  std::set<std::string> deferred;
  for (std::size_t i = 0; i < waits.size(); ++i) {
    auto& change = plan_.changes[i];
    if (waits[i]) {
      for (const auto rule : rules_of(change)) defer(change, plan_.rules[rule]);
      deferred.insert(std::move(change.id));
    } else {
      changes.push_back(std::move(change));
    }
  }
  plan_.changes = std::move(changes);
  plan_.totals.deferred = static_cast<std::int64_t>(deferred.size());
  for (auto& decision : plan_.decisions)
    if (decision.bucket == Bucket::kChanges && deferred.contains(decision.message_id))
      decision.bucket = Bucket::kDeferred;
}

Plan Planner::finish(std::int64_t unreadable) {
  plan_.totals.messages = plan_.totals.scanned + unreadable;
  drop_what_is_not_selected();
  decide_all();
  collect_changes();
  put_off();
  drop_idle_rules(program_.rules, plan_);
  plan_.totals.changes = static_cast<std::int64_t>(plan_.changes.size());
  for (std::size_t i = 0; i < guard_tally_.size(); ++i)
    if (guard_tally_[i] > 0) plan_.guards.push_back({static_cast<Guard>(i), guard_tally_[i]});
  judge_limits(program_.limits, plan_);
  return std::move(plan_);
}

}  // namespace mailcomb::plan
