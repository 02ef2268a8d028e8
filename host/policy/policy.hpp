// SPDX-License-Identifier: Apache-2.0
// Policy: what a policy file says, checked on its own; no rule type has been asked yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "filter/expression.hpp"
#include "mail/action.hpp"
#include "policy/base.hpp"
#include "policy/guards.hpp"
#include "policy/test.hpp"
#include "support/document.hpp"

namespace mailcomb::policy {

// Whether one message that has to stay keeps its whole conversation from being trashed.
enum class ThreadScope { kThread, kMessage };

struct RuleSpec {
  std::string name;
  std::string title;  // Or empty.
  bool enabled = true;
  ThreadScope scope = ThreadScope::kThread;
  std::optional<filter::Expression> match;
  std::string type;                // The rule type; empty: the default one.
  Node with;                       // A mapping, or kNull where the file has none.
  std::vector<mail::Action> then;  // Empty: what the rule type does by itself.

  // Where to point in errors about the rule; those of absent keys are the rule's own.
  Mark mark, match_mark, type_mark, with_mark, then_mark;
};

struct Policy {
  std::string name;
  std::string title;  // Or empty.
  std::optional<bool> dry_run;
  Guards guards;                // Those of the policies that it extends included, as the rules.
  std::vector<RuleSpec> rules;  // In file order, then those of the base; names are unique.
  std::vector<Base> bases;      // The policies that it extends, the nearest first.
  std::vector<Test> tests;      // Of this file alone; names are unique.
  Mark mark;                    // Its source is the file, for the digest.
  Errors warnings;              // What is valid, and hardly meant.
};

}  // namespace mailcomb::policy
