// SPDX-License-Identifier: Apache-2.0
#include "pipeline/coverage.hpp"

#include <algorithm>

#include "pipeline/reach.hpp"

namespace mailcomb::pipeline {
namespace {

using plan::Guard;
using Entries = std::vector<Coverage::Entry>;

// The list of protected senders is the user's, not the policy's.
bool is_there(const RuleProgram& program, Guard guard) {
  if (program.unguarded.has(guard)) return false;
  return guard != Guard::kProtected || !program.never.empty();
}

Entries guards_of(const RuleProgram& program, Time now) {
  Entries guards;
  for (std::size_t i = 0; i < plan::kGuardNames.size(); ++i) {
    const auto guard = static_cast<Guard>(i);
    if (is_there(program, guard) &&
        std::any_of(program.rules.begin(), program.rules.end(),
                    [&](const auto& rule) { return can_keep(guard, rule, now); }))
      guards.push_back({std::string(plan::kGuardNames[i])});
  }
  return guards;
}

void count(Entries& entries, std::string_view name) {
  for (auto& entry : entries)
    if (entry.name == name) ++entry.tests;
}

bool all_reached(const Entries& entries) {
  return std::all_of(entries.begin(), entries.end(),
                     [](const auto& entry) { return entry.tests > 0; });
}

}  // namespace

bool Coverage::is_complete() const { return all_reached(rules) && all_reached(guards); }

Coverage cover(const RuleProgram& program, Time now, const std::vector<TestResult>& results) {
  Coverage coverage;
  for (const auto& ready : program.rules) coverage.rules.push_back({ready.rule.name});
  coverage.guards = guards_of(program, now);
  for (const auto& result : results) {
    for (const auto& rule : result.explanation.rules)
      if (rule.decision && rule.decision->bucket == plan::Bucket::kChanges)
        count(coverage.rules, rule.rule);
    for (const auto guard : result.guards) count(coverage.guards, plan::to_text(guard));
  }
  return coverage;
}

}  // namespace mailcomb::pipeline
