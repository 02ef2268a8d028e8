// SPDX-License-Identifier: Apache-2.0
// Resolution: from a policy to a RuleProgram: rule types asked, filters joined, providers heeded.
#pragma once

#include <string>
#include <vector>

#include "pipeline/resolution_context.hpp"
#include "pipeline/rule_program.hpp"
#include "plan/plan_json.hpp"
#include "policy/policy.hpp"

namespace mailcomb::pipeline {

struct Resolved {
  RuleProgram program;
  std::string text;    // The policy with everything that rule types brought in; ages as written.
  std::string digest;  // SHA-256 of `text`.
  std::vector<plan::Binding::Plugin> plugins;  // Of every rule type used, sorted by name.
  Errors warnings;
};

// All errors of the policy at once. Disabled rules are left out.
Checked<Resolved> resolve(const policy::Policy& policy, const ResolutionContext& context);

}  // namespace mailcomb::pipeline
