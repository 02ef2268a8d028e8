// SPDX-License-Identifier: Apache-2.0
// Plan: which actions, on which messages, and why. A value; making one changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/state.hpp"
#include "plan/backlog.hpp"
#include "plan/guard.hpp"
#include "support/time.hpp"

namespace mailcomb::plan {

struct PlannedAction {
  mail::Action action;
  std::uint32_t rule = 0;    // Index into Plan::rules.
  std::uint32_t reason = 0;  // Index into Plan::reasons.
};

// What happens to one message, and the state that this was decided on.
struct Change {
  std::string id;
  std::string thread;  // The provider's, else the first change's of its conversation, or empty.
  std::vector<PlannedAction> actions;
  mail::State prior;
  std::string subject;  // Empty if it was not read.
  std::string from;
  std::optional<std::int64_t> received_at_ms;
  std::optional<std::int64_t> size_bytes;
};

// What became of a message that a rule matched; exactly one of these, in this order. Of what would
// change, a backlog may defer some.
enum class Bucket : std::uint8_t { kGuarded, kShadowed, kAlready, kChanges, kDeferred };

std::string_view to_text(Bucket bucket);

// One rule's decision on one message.
struct Decision {
  std::string message_id;
  std::uint32_t rule = 0;    // Index into Plan::rules.
  std::uint32_t reason = 0;  // Index into Plan::reasons.
  Bucket bucket = Bucket::kGuarded;
  GuardSet guards;  // Those that stopped the rule.
};

// Why the rule type of a rule keeps a message that it was asked about.
struct Keep {
  std::string message_id;
  std::uint32_t rule = 0;    // Index into Plan::rules.
  std::uint32_t reason = 0;  // Index into Plan::reasons.
};

// matched = changes + guarded + shadowed + already; what is deferred is counted apart.
struct RuleTally {
  std::string name;
  std::string title;
  std::int64_t matched = 0;
  std::int64_t guarded = 0;
  std::int64_t shadowed = 0;  // Another rule has the last word.
  std::int64_t already = 0;   // Nothing is left to do.
  std::int64_t changes = 0;
  std::int64_t deferred = 0;  // Would change, and waits for a later run.
  std::int64_t unknown = 0;   // In scope, but the filter or the rule type could not tell.
  std::int64_t bytes = 0;     // Of the messages that will change.
  std::string strategy;
  std::int64_t cost_estimate = 0;
};

struct GuardTally {
  Guard guard;
  std::int64_t messages = 0;  // That at least one rule matched and this guard kept.
};

// A limit that the plan exceeds: nothing of it may be done.
struct Trip {
  std::string name;    // "limits.trash"
  std::string detail;  // "1,300 of 6,000 messages (21.7%) would be trashed; the limit is 20%"
};

// How much of the mailbox an action takes, against its limit.
struct Share {
  mail::Action::Kind action;
  std::int64_t messages = 0;
  double percent = 0;
  std::optional<double> limit_percent;  // Empty if there is none, or the mailbox is too small.
  std::optional<std::int64_t> limit_count;
};

struct Totals {
  std::int64_t messages = 0;  // In the mailbox, unreadable ones included.
  std::int64_t scanned = 0;
  std::int64_t matched = 0;  // By at least one rule, which does not put it off.
  std::int64_t guarded = 0;  // Kept by a guard from at least one rule.
  std::int64_t changes = 0;
  std::int64_t deferred = 0;    // Would change, and wait for a later run.
  std::int64_t limited_to = 0;  // What percentages count from: outside trash and spam.
};

// Messages that were received after `now`, if the mailbox is right.
struct Ahead {
  std::int64_t messages = 0;
  std::int64_t newest_ms = 0;
};

struct Plan {
  Time now;
  Totals totals;
  std::vector<RuleTally> rules;
  std::vector<GuardTally> guards;  // Only those that kept something.
  std::vector<Share> shares;
  std::vector<Trip> trips;
  std::vector<std::string> reasons;
  std::vector<Change> changes;      // In the order of the scan.
  std::vector<Decision> decisions;  // Those that Planner::record asked for.
  std::vector<Keep> keeps;          // Likewise.
  std::optional<Ahead> ahead;       // Empty: no message is.
  std::optional<Backlog> backlog;   // What deferred some.
  std::vector<Trip> trips_without_backlog;
  std::vector<std::string> only_rules;  // Those that were to act; empty: all.
};

}  // namespace mailcomb::plan
