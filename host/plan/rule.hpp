// SPDX-License-Identifier: Apache-2.0
// Rule and Program: a policy as the planner sees it, everything resolved to values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "filter/expression.hpp"
#include "mail/action.hpp"
#include "mail/limit.hpp"
#include "mail/location.hpp"
#include "plan/backlog.hpp"
#include "plan/guard.hpp"
#include "support/time.hpp"

namespace mailcomb::plan {

// A set of locations.
class Scope {
 public:
  static Scope standard();  // Inbox, archive and other: not trash, spam, drafts or sent.
  static Scope everywhere();
  void add(mail::Location location) { bits_ |= bit(location); }
  bool has(mail::Location location) const { return (bits_ & bit(location)) != 0; }
  Scope operator&(Scope other) const;
  bool operator==(const Scope&) const = default;

 private:
  static unsigned bit(mail::Location location) { return 1U << static_cast<unsigned>(location); }
  unsigned bits_ = 0;
};

// Where a rule looks: the standard places and those that its filter names with `in:`. Archive acts on
// the inbox, and sees the archive as done.
Scope scope_of(const filter::Expression& filter, const std::vector<mail::Action>& actions);

struct Rule {
  std::string name;
  std::string title;
  std::vector<mail::Action> actions;
  Scope scope = Scope::standard();
  bool whole_thread = true;         // Trash spares a conversation if one message of it must stay.
  bool asks_conversations = false;  // Its rule type does, at the end.
  bool acts = true;      // Else it only has its say: what it decides, no other rule does.
  std::string strategy;  // How the candidates are found, for people.
  std::int64_t cost_estimate = 0;
};

using mail::default_limits;
using mail::Limit;

struct Program {
  Time now;
  std::vector<Rule> rules;
  std::vector<Limit> limits = default_limits();
  GuardSet unguarded;  // Guards that the policy takes away.
  std::optional<Backlog> backlog = {};
};

// Whether a rule trashes.
bool trashes(const Rule& rule);

// Whether conversations matter to any rule.
bool needs_threads(const Program& program);

}  // namespace mailcomb::plan
