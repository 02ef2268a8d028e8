// SPDX-License-Identifier: Apache-2.0
#include "policy/check.hpp"

#include <algorithm>
#include <map>

#include "support/quote.hpp"

namespace mailcomb::policy {
namespace {

using filter::Expression;
using mail::Action;

// Whether it can be false of a message, when predicates may be either; in: anywhere is always true.
bool selects_never(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::kAll:
      return std::any_of(expression.of.begin(), expression.of.end(), selects_never);
    case Expression::Kind::kAny:
      return std::all_of(expression.of.begin(), expression.of.end(), selects_never);
    case Expression::Kind::kNot: return selects_always(expression.of.front());
    case Expression::Kind::kPredicate: return false;
  }
  return false;
}

}  // namespace

bool selects_always(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::kAll:
      return std::all_of(expression.of.begin(), expression.of.end(), selects_always);
    case Expression::Kind::kAny:
      return std::any_of(expression.of.begin(), expression.of.end(), selects_always);
    case Expression::Kind::kNot: return selects_never(expression.of.front());
    case Expression::Kind::kPredicate:
      return expression.predicate.test == filter::Predicate::Test::kTrue;
  }
  return false;
}

bool needs_filter(const std::vector<Action>& actions) {
  return std::any_of(actions.begin(), actions.end(), [](const Action& action) {
    return action.kind == Action::Kind::kArchive || action.kind == Action::Kind::kTrash;
  });
}

Errors find_contradictions(const std::vector<RuleSpec>& rules) {
  Errors errors;
  std::map<Action, const RuleSpec*> first;  // The first rule that has the action.
  for (const auto& rule : rules) {
    if (!rule.enabled) continue;
    for (const auto& action : rule.then) {
      const auto inverse = mail::inverse(action);
      const auto found = inverse ? first.find(*inverse) : first.end();
      const bool is_other = found != first.end() && found->second != &rule;
      if (is_other && mail::contradict(action, *inverse))
        errors.push_back(error_at(rule.then_mark,
                                  "'" + to_text(action) + "' of rule " + in_quotes(rule.name) +
                                      " contradicts '" + to_text(*inverse) + "' of rule " +
                                      in_quotes(found->second->name),
                                  "no message gets both; disable one of the rules"));
      first.emplace(action, &rule);
    }
  }
  return errors;
}

}  // namespace mailcomb::policy
