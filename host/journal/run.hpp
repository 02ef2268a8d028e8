// SPDX-License-Identifier: Apache-2.0
// Run: what the journal knows of one plan, apply or undo.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mail/state.hpp"
#include "mailcomb/value.hpp"
#include "support/time.hpp"

namespace mailcomb::journal {

enum class RunKind { kPlan, kApply, kUndo };
std::string_view to_text(RunKind kind);

enum class RunStatus {
  kPlanned,      // A plan: nothing was to be done.
  kStopped,      // A guard stopped the run; nothing was done.
  kUnfinished,   // Under way, or killed: `resume` finishes it, `undo` reverts it.
  kInterrupted,  // Stopped on request or by an error, and said so; resumable.
  kCompleted,    // Every change was made.
  kPartial,      // Every change was tried; some were not made.
};
std::string_view to_text(RunStatus status);
inline constexpr std::array kRunStatuses = {RunStatus::kPlanned,    RunStatus::kStopped,
                                            RunStatus::kUnfinished, RunStatus::kInterrupted,
                                            RunStatus::kCompleted,  RunStatus::kPartial};

struct RunHeader {
  std::string run_id;
  RunKind kind = RunKind::kPlan;
  Time started_at;
  Time now;  // What ages were judged by.
  std::string policy;
  std::string policy_digest;
  std::string protected_digest;  // Of the protected senders that it was planned by; empty: none.
  std::string provider;
  std::string account;
  sdk::Value mailbox;  // The provider's configuration, to open the mailbox again.
  std::string undoes;  // Of an undo: the other run's id.
  std::string version;
  std::string key_id;  // Of the key that the metadata is sealed with, or empty.
};

struct IntendedAction {
  mail::Action action;
  std::string rule;
  std::string reason;
};

// What is kept of a message to know it again; sealed at rest. Empty if it was not read.
struct Metadata {
  std::string subject;
  std::string from;

  bool empty() const { return subject.empty() && from.empty(); }
  friend bool operator==(const Metadata&, const Metadata&) = default;
};

// What is to happen to one message; durable before anything does.
struct Intent {
  std::string message_id;
  std::int64_t batch = 0;  // From 0.
  std::vector<IntendedAction> actions;
  mail::State prior;
  mail::State expected;  // Afterwards; an empty folder fits every one.
  sdk::Value restore;    // Apply: how to put it back. Undo: what is put back.
  Metadata metadata;
  std::string sealed;    // The metadata, as the journal has it; read back by unseal (metadata.hpp).
  bool is_undo = false;  // Only the expected state will do, whatever the actions say.
};

std::vector<mail::Action> actions_of(const Intent& intent);

// What a plan would have done to one message; nothing was to be done.
struct Foreseen {
  std::string message_id;
  std::vector<mail::Action> actions;
};

enum class Outcome {
  kDone,
  kGone,     // No longer in the mailbox.
  kTouched,  // Somebody else changed it meanwhile; left alone.
  kFailed,
};
std::string_view to_text(Outcome outcome);

struct MessageResult {
  std::string message_id;
  Outcome outcome = Outcome::kDone;
  std::string detail;
};

struct Tally {
  std::int64_t planned = 0;
  std::int64_t done = 0;
  std::int64_t gone = 0;
  std::int64_t touched = 0;
  std::int64_t failed = 0;

  void count(Outcome outcome);
  bool all_done() const { return gone == 0 && touched == 0 && failed == 0; }
  Tally& operator+=(const Tally& other);
};

struct RunSummary {
  RunHeader header;
  RunStatus status = RunStatus::kUnfinished;
  Tally tally;            // What is known of an unfinished run may lag behind the mailbox.
  std::string undone_by;  // The last undo that finished, or empty.
  std::optional<Time> ended_at;
  std::optional<Time> trimmed_at;  // Since then its messages are no longer in the journal.

  // `resume` can go on with it.
  bool is_pending() const;
};

struct Run {
  RunSummary summary;
  std::vector<Intent> intents;
  std::vector<Foreseen> foreseen;                // Of a plan.
  std::map<std::string, MessageResult> results;  // By message.
  std::set<std::int64_t> started_batches;
  sdk::Value creations;  // What the provider announced to create.
  std::int64_t next_sequence = 0;
};

}  // namespace mailcomb::journal
