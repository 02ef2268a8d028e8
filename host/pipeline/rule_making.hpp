// SPDX-License-Identifier: Apache-2.0
// Rule making: one rule of a policy, once its rule type has been asked for its part.
#pragma once

#include <vector>

#include "pipeline/projection.hpp"
#include "pipeline/resolution_context.hpp"
#include "plan/plan_json.hpp"
#include "plugin/rule.hpp"
#include "policy/policy.hpp"

namespace mailcomb::pipeline {

struct MadeRule {
  policy::RuleSpec spec;  // With the type, the filter and the actions that it comes to.
  plugin::Rule rule;
  sdk::Value config;                 // Validated, with its defaults.
  std::vector<NamedFilter> filters;  // Those that the rule type wants the answers of.
  plan::Binding::Plugin plugin;
};

// All errors of the rule at once, at their places in the policy. Paths in `with` start at `folders`.
Checked<MadeRule> make_rule(const policy::RuleSpec& spec, const ResolutionContext& context,
                            const config::Folders& folders);

}  // namespace mailcomb::pipeline
