// SPDX-License-Identifier: Apache-2.0
// A recorded mailbox of unread messages m0, m1, …, a journal in memory, and runs that trash them.
#pragma once

#include <gtest/gtest.h>

#include "pipeline/executor.hpp"
#include "pipeline/preparation.hpp"
#include "support/memory_journal.hpp"
#include "support/recorded_mailbox.hpp"

namespace mailcomb::pipeline {

using journal::Outcome;
using journal::RunStatus;
using testing::Json;

inline Json unread_messages(int count) {
  Json messages = Json::array();
  for (int i = 0; i < count; ++i)
    messages.push_back({{"id", "m" + std::to_string(i)}, {"flags", {"unread"}}});
  return messages;
}

class ExecutionTest : public ::testing::Test {
 protected:
  static constexpr int kMessages = 6;

  // All messages to the trash, in batches of two.
  static std::vector<journal::Intent> intents() {
    std::vector<journal::Intent> intents;
    for (int i = 0; i < kMessages; ++i)
      intents.push_back(testing::intent("m" + std::to_string(i), "trash", i / 2));
    return intents;
  }
  static journal::Tally planned() {
    journal::Tally tally;
    tally.planned = kMessages;
    return tally;
  }

  // Begins the run and executes it, as `apply` does.
  Execution run(ExecutorHooks hooks = {}) {
    auto mailbox = recorded_.open(stop_);
    auto store = journal_.open();
    journal::Recorder recorder(store, testing::clock_at_now(), "run1");
    const auto intents = ExecutionTest::intents();
    EXPECT_TRUE(recorder.begin(testing::run_header(), intents, {}));
    return Executor(mailbox, recorder, std::move(hooks))
        .run(intents, planned(), Freshness::kJustObserved);
  }

  // Goes on with what has no result yet, as `resume` does in another process.
  Execution resume() {
    auto mailbox = recorded_.open();
    auto store = journal_.open();
    const auto run = journal_.load();
    journal::Recorder recorder(store, testing::clock_at_now(), "run1", run.next_sequence);
    auto tally = planned();
    std::vector<journal::Intent> open;
    for (const auto& intent : run.intents)
      if (!run.results.contains(intent.message_id)) open.push_back(intent);
    for (const auto& [id, result] : run.results) tally.count(result.outcome);
    return Executor(mailbox, recorder, {}).run(open, tally, Freshness::kInDoubt);
  }

  // "m0 m2 ", in the order of the mailbox.
  std::string trashed() const {
    std::string ids;
    for (const auto& message : recorded_.messages())
      if (message.value("location", "inbox") == "trash")
        ids += message["id"].get<std::string>() + " ";
    return ids;
  }
  void expect_all_done(const Execution& execution) const {
    EXPECT_EQ(execution.status, RunStatus::kCompleted);
    EXPECT_EQ(execution.tally.done, kMessages);
    EXPECT_TRUE(execution.problems.empty());
    EXPECT_EQ(trashed(), "m0 m1 m2 m3 m4 m5 ");
    const auto run = journal_.load();
    EXPECT_EQ(run.summary.status, RunStatus::kCompleted);
    EXPECT_EQ(run.results.size(), static_cast<std::size_t>(kMessages));
  }

  testing::RecordedMailbox recorded_{unread_messages(kMessages)};
  testing::MemoryJournal journal_;
  plugin::StopAsked stop_;
};

}  // namespace mailcomb::pipeline
