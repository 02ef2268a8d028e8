// SPDX-License-Identifier: Apache-2.0
// RuleProgram: a policy made ready to run against one mailbox: filters compiled, plugins asked.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "filter/evaluator.hpp"
#include "mail/protected_senders.hpp"
#include "pipeline/projection.hpp"
#include "plan/rule.hpp"
#include "plugin/rule.hpp"

namespace mailcomb::pipeline {

// A rule type that evaluates, what it gets to see, and if it finishes what it has said so far.
struct Evaluation {
  plugin::Rule rule;
  Projection projection;
  plugin::Answers answers;
  std::string failure;  // Why nothing counts that it said or says; empty while it works.

  Evaluation(plugin::Rule made, Projection shown)
      : rule(std::move(made)), projection(std::move(shown)), answers(rule.reason_count()) {}
};

struct ReadyRule {
  plan::Rule rule;
  filter::Evaluator filter;              // `match:` and the rule type's filter.
  std::optional<Evaluation> evaluation;  // Empty: the filter is exact.
  std::string type;                      // The rule type, as policies name it.
  sdk::Value with;                       // Its parameters, defaults among them.
};

// What protects messages by the policy's own word (`never:`).
struct NeverFilter {
  filter::Evaluator filter;
  // What it cannot tell of is protected too, unless the provider lacks what it asks for: then it
  // could tell of nothing.
  bool keeps_unknown = true;

  bool protects(filter::Truth truth) const {
    return truth == filter::Truth::kTrue || (truth == filter::Truth::kUnknown && keeps_unknown);
  }
};

struct RuleProgram {
  std::vector<ReadyRule> rules;
  std::vector<NeverFilter> never;
  // The user's list; a sender who cannot be read is taken to be on it, unless the list is empty.
  mail::ProtectedSenders senders;
  plan::GuardSet unguarded;
  std::vector<plan::Limit> limits = plan::default_limits();
  std::optional<plan::Backlog> backlog = {};  // Of a run; no part of the policy.
  std::set<std::string> columns;  // Everything a scan has to read, as far as the provider has it.
  std::vector<std::string>
      notes;  // What the operator should know of how the policy meets the mailbox.
  bool derives_category = false;    // The provider knows no categories.
  bool derives_importance = false;  // … and no importance.
};

}  // namespace mailcomb::pipeline
