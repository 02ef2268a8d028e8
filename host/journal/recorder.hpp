// SPDX-License-Identifier: Apache-2.0
// Recorder: writes the journal of one run. What it answers with success is durable.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "journal/chain.hpp"
#include "journal/head.hpp"
#include "journal/payload.hpp"
#include "journal/run.hpp"
#include "journal/sealing.hpp"
#include "journal/tables.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

using Clock = std::function<Time()>;

// The text of a policy, kept once for all of its runs.
struct PolicyText {
  std::string name;
  std::string digest;
  std::string text;
};

// The store and the clock must outlive it. After an error nothing of that call is recorded, and the
// run must stop.
class Recorder {
 public:
  // `next_sequence` goes on where an earlier process stopped. Without a key no subject or sender is
  // kept; it must outlive the recorder.
  Recorder(plugin::Store& store, Clock clock, std::string run_id, std::int64_t next_sequence = 0,
           const SealingKey* key = nullptr);

  // Header, intents and creations at once, before anything is changed.
  Result<void> begin(const RunHeader& header, std::span<const Intent> intents,
                     const sdk::Value& creations);
  // Of a plan, which has no intents; in parts, if it is large. Durable with the end.
  Result<void> foresee(std::span<const Foreseen> foreseen);
  // Before a batch is applied; makes the results before it durable too.
  Result<void> start_batch(std::int64_t batch);
  // Durable with the next batch or the end: until then the mailbox can be asked again.
  Result<void> add_results(std::span<const MessageResult> results, std::int64_t batch);
  Result<void> end(const Ending& ending);
  // In the journal of the run that was undone.
  Result<void> mark_undone(std::string_view undo_run);

 private:
  struct Event {
    std::string_view kind;
    std::optional<std::int64_t> batch;
    std::string_view message_id;
    std::string_view payload;
    std::string_view sealed = {};
  };

  // Finds where the chain of a run that goes on ends; once.
  Result<void> find_chain();
  Result<void> record(const Event& event);
  void add(const Event& event);
  Result<void> append();
  Result<void> append_header(const RunHeader& header);
  Result<void> append_beginning(const RunHeader& header, std::span<const Intent> intents,
                                const sdk::Value& creations);
  Result<void> enter_beginning(const RunHeader& header);
  Result<void> enter_end(std::string_view ledger_event);
  // Makes everything durable if it went well so far; else it is as after the last commit.
  Result<void> commit_after(Result<void> done);
  Result<void> commit();
  void take_back();

  plugin::Store& store_;
  Clock clock_;
  std::string run_id_;
  std::int64_t next_sequence_;
  const SealingKey* key_;
  plugin::BatchBuilder rows_;
  Content content_;
  Chain chain_;
  std::optional<Head> head_;  // None: the run is of an older mailcomb, and not adopted yet.
  bool is_chain_found_ = false;
  // As of the last commit.
  std::int64_t committed_next_;
  std::optional<Head> committed_head_;
};

// Keeps the policy's text unless it is there; durable at return.
Result<void> keep_policy(plugin::Store& store, const PolicyText& policy, Time saved_at);

}  // namespace mailcomb::journal
