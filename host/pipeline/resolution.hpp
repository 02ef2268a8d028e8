// SPDX-License-Identifier: Apache-2.0
// Resolution: from a policy to a RuleProgram: rule types asked, filters joined, providers heeded.
#pragma once

#include <string>
#include <vector>

#include "config/folders.hpp"
#include "pipeline/rule_program.hpp"
#include "plan/plan_json.hpp"
#include "plugin/mailbox_description.hpp"
#include "plugin/registry.hpp"
#include "policy/policy.hpp"

namespace mailcomb::pipeline {

struct ResolutionContext {
  plugin::Registry& registry;
  config::Folders folders;  // Of the policy's file.
  Time now;
  std::string default_rule;  // The rule type of a rule that names none.
  std::string provider;      // Its name, for errors.
  // Null: the policy is checked by itself, for any mailbox.
  const plugin::MailboxDescription* mailbox = nullptr;
};

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
