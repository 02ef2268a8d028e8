// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.hpp"

#include <algorithm>
#include <limits>

#include "plan/decider.hpp"
#include "plan/focus.hpp"
#include "plan/limits.hpp"
#include "plan/observation.hpp"

namespace mailcomb::plan {
namespace {

using filter::Truth;

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
  Change change;
  change.prior = observe_state(columns);
  const auto own = own_guards(change.prior, received_at, has_user_label(batch, change.prior),
                              to_unix_ms(program_.now));
  const auto guards = (raised | own).without(program_.unguarded);
  ++plan_.totals.scanned;
  note_ahead(received_at);
  if (!is_discarded(change.prior.location)) ++plan_.totals.limited_to;
  ThreadIndex::Node thread = 0;
  if (needs_threads_) {
    read_thread_keys(columns, keys_);
    thread =
        threads_.add(keys_, received_at.value_or(std::numeric_limits<std::int64_t>::min()), guards);
  }
  auto matches = find_matches(columns, row, selections);
  if (matches.empty()) return;
  describe_message(columns, change);
  candidates_.push_back(
      {PackedMessage(change), guards, Candidate::Stage::kOpen, thread, std::move(matches), {}});
}

std::vector<Match> Planner::find_matches(const sdk::Row& columns, std::uint32_t row,
                                         std::span<const std::vector<Selection>> selections) {
  std::vector<Match> matches;
  for (std::uint32_t rule = 0; rule < selections.size(); ++rule) {
    const auto& selection = selections[rule][row];
    if (selection.truth == Truth::kUnknown) ++plan_.rules[rule].unknown;
    if (selection.tells_why_kept)
      plan_.keeps.push_back({std::string(columns.text("id").value_or("")), rule, selection.reason});
    if (selection.truth != Truth::kTrue) continue;
    auto& match = matches.emplace_back();
    match.rule = rule;
    match.reason = selection.reason;
    match.only_derived_category = selection.only_derived_category;
    match.received_before_ms = selection.received_before_ms;
    if (!selection.is_pending) continue;
    match.truth = Truth::kUnknown;
    pending_[rule].push_back(static_cast<std::uint32_t>(candidates_.size()));
  }
  return matches;
}

bool Planner::wants(std::uint32_t rule, std::uint32_t number) const {
  return recording_.wants(candidates_[pending_[rule][number]].message.id());
}

void Planner::settle(std::uint32_t rule, std::uint32_t number, const Settlement& settlement) {
  auto& candidate = candidates_[pending_[rule][number]];
  auto& match = *candidate.find_match(rule);
  match.truth = settlement.truth;
  match.reason = settlement.reason;
  if (settlement.stand_in) match.stand_in = pending_[rule][*settlement.stand_in];
  if (settlement.tells_why_kept)
    plan_.keeps.push_back({std::string(candidate.message.id()), rule, settlement.reason});
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
    if (match.bucket == Bucket::kChanges) tally.bytes += candidate.message.size_bytes();
    if (recording_.wants(candidate.message.id()))
      plan_.decisions.push_back({std::string(candidate.message.id()), match.rule, match.reason,
                                 match.bucket, match.guards});
  }
  tally_guards(kept_by);
  if (!kept_by.empty()) ++plan_.totals.guarded;
  if (is_matched) ++plan_.totals.matched;
  std::erase_if(candidate.actions,
                [this](const auto& planned) { return !program_.rules[planned.rule].acts; });
}

// Where the provider has no threads, the first message of a conversation that changes names it.
std::string Planner::name_of_conversation(const Candidate& candidate) {
  if (!needs_threads_) return {};
  const auto conversation = threads_.conversation(candidate.thread);
  return conversation_ids_.try_emplace(conversation, candidate.message.id()).first->second;
}

bool Planner::is_matched_besides(const Candidate& candidate) const {
  return std::any_of(candidate.matches.begin(), candidate.matches.end(), [this](const auto& match) {
    return program_.rules[match.rule].acts && match.bucket != Bucket::kChanges;
  });
}

std::vector<bool> Planner::collect_changes() {
  std::vector<bool> matched_besides;
  pending_.clear();
  plan_.changes.reserve(static_cast<std::size_t>(
      std::count_if(candidates_.begin(), candidates_.end(),
                    [](const auto& candidate) { return !candidate.actions.empty(); })));
  for (; !candidates_.empty(); candidates_.pop_front()) {
    auto& candidate = candidates_.front();
    report(candidate);
    if (candidate.actions.empty()) continue;
    matched_besides.push_back(is_matched_besides(candidate));
    auto& change = plan_.changes.emplace_back(candidate.message.unpack());
    if (change.thread.empty()) change.thread = name_of_conversation(candidate);
    change.actions = std::move(candidate.actions);
  }
  return matched_besides;
}

Plan Planner::finish(std::int64_t unreadable) {
  plan_.totals.messages = plan_.totals.scanned + unreadable;
  drop_what_is_not_selected();
  Decider(program_, threads_, candidates_).decide_all();
  const auto matched_besides = collect_changes();
  if (program_.backlog) put_off(program_, matched_besides, plan_);
  drop_idle_rules(program_.rules, plan_);
  plan_.totals.changes = static_cast<std::int64_t>(plan_.changes.size());
  for (std::size_t i = 0; i < guard_tally_.size(); ++i)
    if (guard_tally_[i] > 0) plan_.guards.push_back({static_cast<Guard>(i), guard_tally_[i]});
  judge_limits(program_.limits, plan_);
  return std::move(plan_);
}

}  // namespace mailcomb::plan
