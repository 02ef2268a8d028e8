// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mailcomb/abi/column.h"
#include "policy/check.hpp"
#include "support/ascii.hpp"
#include "support/quote.hpp"

namespace mailcomb::policy {
namespace {

using filter::Predicate;
using mail::Action;
using Test = Predicate::Test;

bool moves(const Action& action) {
  return action.kind == Action::Kind::kArchive || action.kind == Action::Kind::kTrash;
}

bool labels(const Action& action) {
  return action.kind == Action::Kind::kLabel || action.kind == Action::Kind::kUnlabel;
}

// Which flags the action changes.
std::uint64_t flags_of(const Action& action) {
  switch (action.kind) {
    case Action::Kind::kMarkRead:
    case Action::Kind::kMarkUnread: return MAILCOMB_FLAG_UNREAD;
    case Action::Kind::kStar:
    case Action::Kind::kUnstar: return MAILCOMB_FLAG_STARRED;
    default: return 0;
  }
}

bool reads_what_changes(const Predicate& predicate, const Action& action) {
  if (predicate.test == Test::kUserLabel) return labels(action) || moves(action);
  if (predicate.column == "location") return moves(action);
  if (predicate.column == "labels")
    return labels(action) && equals_ignoring_case(predicate.text, action.label);
  // A star makes a message critical where the importance is derived.
  if (predicate.column == "importance") return flags_of(action) == MAILCOMB_FLAG_STARRED;
  return predicate.column == "flags" &&
         (flags_of(action) & static_cast<std::uint64_t>(predicate.number)) != 0;
}

struct Writer {
  const RuleSpec* rule = nullptr;
  const Action* action = nullptr;
};

Writer find_writer(const std::vector<RuleSpec>& rules, const Predicate& predicate) {
  for (const auto& rule : rules)
    for (const auto& action : rule.then)
      if (rule.enabled && reads_what_changes(predicate, action)) return {&rule, &action};
  return {};
}

}  // namespace

Errors find_feedback(const std::vector<RuleSpec>& rules) {
  Errors warnings;
  for (const auto& rule : rules) {
    if (!rule.enabled || !rule.match) continue;
    std::string last;  // `is: draft` is two predicates of one source.
    filter::for_each_predicate(*rule.match, [&](const Predicate& predicate, bool) {
      const auto writer = find_writer(rules, predicate);
      if (!writer.rule || predicate.source == last) return;
      last = predicate.source;
      warnings.push_back(error_at(
          rule.match_mark,
          "'" + predicate.source + "' in rule " + in_quotes(rule.name) + " reads what '" +
              to_text(*writer.action) + "' of rule " + in_quotes(writer.rule->name) + " changes",
          "a second run may select other messages; what is done already is left alone anyway"));
    });
  }
  return warnings;
}

}  // namespace mailcomb::policy
