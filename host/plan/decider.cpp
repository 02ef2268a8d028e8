// SPDX-License-Identifier: Apache-2.0
#include "plan/decider.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "plan/observation.hpp"

namespace mailcomb::plan {
namespace {

using mail::Action;

bool contains(const std::vector<PlannedAction>& planned, const Action& action) {
  return std::any_of(planned.begin(), planned.end(),
                     [&](const auto& each) { return each.action == action; });
}

bool is_terminal(const Rule& rule) {
  return std::any_of(rule.actions.begin(), rule.actions.end(),
                     [](const Action& action) { return mail::is_terminal(action); });
}

bool stays(mail::Location location, const std::vector<PlannedAction>& actions) {
  return !is_discarded(location) &&
         std::none_of(actions.begin(), actions.end(),
                      [](const auto& each) { return each.action.kind == Action::Kind::kTrash; });
}

bool all_done(const Rule& rule, const mail::State& state) {
  return std::all_of(rule.actions.begin(), rule.actions.end(),
                     [&](const Action& action) { return mail::satisfies(state, action); });
}

}  // namespace

Decider::Decider(const Program& program, const ThreadIndex& threads, Candidates& candidates)
    : program_(program),
      threads_(threads),
      needs_threads_(needs_threads(program)),
      candidates_(candidates) {}

GuardSet Decider::guards_against(const Candidate& candidate, const Match& match) const {
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

// Adds what is left to do and not planned yet; false if that is nothing.
bool Decider::add_actions(Candidate& candidate, const mail::State& prior, const Match& match) {
  auto& actions = candidate.actions;
  const auto before = actions.size();
  for (const auto& action : program_.rules[match.rule].actions)
    if (!mail::satisfies(prior, action) && !contains(actions, action))
      actions.push_back({action, match.rule, match.reason});
  return actions.size() > before;
}

// `is_decided`: a rule before this one had the last word on where the message goes.
Bucket Decider::bucket_of(Candidate& candidate, const mail::State& prior, const Match& match,
                          bool& is_decided) {
  const Rule& rule = program_.rules[match.rule];
  if (!match.guards.empty()) return Bucket::kGuarded;
  if (is_terminal(rule)) {
    if (is_decided) return Bucket::kShadowed;
    is_decided = true;
  }
  if (all_done(rule, prior)) return Bucket::kAlready;
  return add_actions(candidate, prior, match) ? Bucket::kChanges : Bucket::kShadowed;
}

void Decider::decide(Candidate& candidate) {
  const auto prior = candidate.message.prior();
  bool is_decided = false;
  for (auto& match : candidate.matches) {
    match.is_survived = is_survived(match);
    match.guards = guards_against(candidate, match);
    match.bucket = bucket_of(candidate, prior, match, is_decided);
  }
  candidate.stage = Candidate::Stage::kDecided;
}

// Stand-ins that wait for each other could all go: none of them counts as one that stays.
bool Decider::is_survived(const Match& match) {
  if (match.stand_in == kNoCandidate) return true;
  auto& stand_in = candidates_[match.stand_in];
  if (stand_in.stage != Candidate::Stage::kDecided) return false;
  if (stays(stand_in.message.location(), stand_in.actions)) return true;
  const auto* handed_on = stand_in.find_match(match.rule);
  return handed_on && handed_on->stand_in != kNoCandidate && handed_on->is_survived;
}

std::uint32_t Decider::find_open_stand_in(const Candidate& candidate) const {
  for (const auto& match : candidate.matches)
    if (match.stand_in != kNoCandidate &&
        candidates_[match.stand_in].stage == Candidate::Stage::kOpen)
      return match.stand_in;
  return kNoCandidate;
}

// What stands in for a message is decided before it. Not recursive: a message may have many copies.
void Decider::decide_all() {
  std::vector<std::uint32_t> begun;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    begun.push_back(i);
    while (!begun.empty()) {
      auto& candidate = candidates_[begun.back()];
      if (candidate.stage != Candidate::Stage::kDecided) {
        candidate.stage = Candidate::Stage::kBegun;
        if (const auto next = find_open_stand_in(candidate); next != kNoCandidate) {
          begun.push_back(next);
          continue;
        }
        decide(candidate);
      }
      begun.pop_back();
    }
  }
}

}  // namespace mailcomb::plan
