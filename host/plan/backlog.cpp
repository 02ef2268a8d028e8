// SPDX-License-Identifier: Apache-2.0
#include "plan/backlog.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>

#include "plan/limits.hpp"
#include "plan/plan.hpp"
#include "plan/rule.hpp"

namespace mailcomb::plan {
namespace {

using Unit = std::vector<std::size_t>;  // Changes that go together, in their order.

bool trashes_conversation(std::span<const Rule> rules, const Change& change) {
  return !change.thread.empty() &&
         std::any_of(change.actions.begin(), change.actions.end(), [&](const auto& planned) {
           return planned.action.kind == mail::Action::Kind::kTrash &&
                  rules[planned.rule].whole_thread;
         });
}

bool comes_before(Order order, const Change& a, const Change& b) {
  const auto& x = a.received_at_ms;
  const auto& y = b.received_at_ms;
  if (x.has_value() != y.has_value()) return x.has_value();
  if (x != y) return (*x < *y) == (order == Order::kOldest);
  return a.id < b.id;
}

std::vector<std::size_t> sorted(Order order, std::span<const Change> changes) {
  std::vector<std::size_t> numbers(changes.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  std::sort(numbers.begin(), numbers.end(),
            [&](auto a, auto b) { return comes_before(order, changes[a], changes[b]); });
  return numbers;
}

// A conversation stands where its first message does.
std::vector<Unit> units_of(Order order, std::span<const Rule> rules,
                           std::span<const Change> changes) {
  std::vector<Unit> units;
  std::unordered_map<std::string, std::size_t> conversations;
  for (const auto number : sorted(order, changes)) {
    const auto& change = changes[number];
    auto unit = units.size();
    if (trashes_conversation(rules, change))
      unit = conversations.try_emplace(change.thread, unit).first->second;
    if (unit == units.size()) units.emplace_back();
    units[unit].push_back(number);
  }
  return units;
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

}  // namespace

std::string_view to_text(Order order) { return order == Order::kOldest ? "oldest" : "newest"; }

std::vector<bool> find_deferred(const Backlog& backlog, std::span<const Rule> rules,
                                std::span<const Change> changes) {
  const auto run = static_cast<std::size_t>(backlog.per_run);
  auto room = run;
  std::vector<bool> waits(changes.size(), true);
  for (const auto& unit : units_of(backlog.order, rules, changes)) {
    const bool never_fits = unit.size() > run && room == run;
    if (unit.size() > room && !never_fits) continue;
    const auto taken = std::min(unit.size(), room);
    for (std::size_t i = 0; i < taken; ++i) waits[unit[i]] = false;
    room -= taken;
  }
  return waits;
}

void put_off(const Program& program, const std::vector<bool>& is_matched_besides, Plan& plan) {
  plan.backlog = program.backlog;
  plan.trips_without_backlog = find_trips(program.limits, plan);
  const auto waits = find_deferred(*program.backlog, program.rules, plan.changes);
  std::vector<Change> changes;
  std::set<std::string> deferred;
  for (std::size_t i = 0; i < waits.size(); ++i) {
    auto& change = plan.changes[i];
    if (waits[i]) {
      for (const auto rule : rules_of(change)) defer(change, plan.rules[rule]);
      if (!is_matched_besides[i]) --plan.totals.matched;
      deferred.insert(std::move(change.id));
    } else {
      changes.push_back(std::move(change));
    }
  }
  plan.changes = std::move(changes);
  plan.totals.deferred = static_cast<std::int64_t>(deferred.size());
  if (deferred.empty()) plan.trips_without_backlog.clear();  // Then they are the plan's own.
  for (auto& decision : plan.decisions)
    if (decision.bucket == Bucket::kChanges && deferred.contains(decision.message_id))
      decision.bucket = Bucket::kDeferred;
}

}  // namespace mailcomb::plan
