// SPDX-License-Identifier: Apache-2.0
#include "plan/rule.hpp"

#include <algorithm>

namespace mailcomb::plan {
namespace {

using Kind = mail::Action::Kind;
using mail::Location;

bool has_action(const std::vector<mail::Action>& actions, Kind kind) {
  return std::any_of(actions.begin(), actions.end(),
                     [kind](const auto& action) { return action.kind == kind; });
}

}  // namespace

Scope Scope::standard() {
  Scope scope;
  for (const auto location : {Location::kInbox, Location::kArchive, Location::kOther})
    scope.add(location);
  return scope;
}

Scope Scope::everywhere() {
  Scope scope = standard();
  for (const auto location :
       {Location::kSent, Location::kDrafts, Location::kTrash, Location::kSpam})
    scope.add(location);
  return scope;
}

Scope Scope::operator&(Scope other) const {
  other.bits_ &= bits_;
  return other;
}

Scope scope_of(const filter::Expression& filter, const std::vector<mail::Action>& actions) {
  Scope scope = Scope::standard();
  filter::for_each_predicate(filter, [&](const filter::Predicate& predicate, bool negated) {
    if (negated || predicate.nature != filter::Nature::kPlace) return;
    if (predicate.test == filter::Predicate::Test::kTrue) scope = Scope::everywhere();
    if (const auto location = mail::find_location(predicate.text)) scope.add(*location);
  });
  if (!has_action(actions, Kind::kArchive)) return scope;
  Scope archivable;
  archivable.add(Location::kInbox);
  archivable.add(Location::kArchive);
  return scope & archivable;
}

bool trashes(const Rule& rule) { return has_action(rule.actions, Kind::kTrash); }

bool needs_threads(const Program& program) {
  const bool guards_threads = !program.unguarded.has(Guard::kThread);
  return std::any_of(program.rules.begin(), program.rules.end(), [&](const Rule& rule) {
    return rule.asks_conversations || (guards_threads && rule.whole_thread && trashes(rule));
  });
}

}  // namespace mailcomb::plan
