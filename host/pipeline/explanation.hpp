// SPDX-License-Identifier: Apache-2.0
// Explanation: what every rule, predicate and guard makes of one message.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "filter/evaluator.hpp"
#include "pipeline/planning.hpp"
#include "plan/plan.hpp"

namespace mailcomb::pipeline {

struct RuleExplanation {
  std::string rule;
  bool is_in_scope = false;
  bool evaluates = false;  // The rule type has the last word, after the filter.
  filter::Finding finding;
  std::optional<plan::Decision> decision;  // Empty: the rule does not match.
  std::string kept_because;                // What the rule type says to keep it, if it was asked.
};

struct Explanation {
  plan::Change message;                       // Without actions.
  std::vector<filter::Finding> protected_by;  // The filters of `never:` that keep it.
  std::string protected_sender;  // The entry of the list that keeps it, "unreadable", or empty.
  std::vector<RuleExplanation> rules;
  std::vector<std::string> reasons;  // What Decision::reason counts in.
  PlanningReport planning;           // Of the whole mailbox, which conversations need.
};

// `message` is an id of the provider, or a Message-ID in angle brackets. Fails with kUsage if there
// is none, or more than one.
Result<Explanation> explain(plugin::Mailbox& mailbox, RuleProgram& program, Time now,
                            const PlanningHooks& hooks, const std::string& message);

}  // namespace mailcomb::pipeline
