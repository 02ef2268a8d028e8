// SPDX-License-Identifier: Apache-2.0
// The store fails at each of its calls, the provider at each change: nothing is lost or done twice.
#include "execution_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

class ExecutorFaults : public ExecutionTest {
 protected:
  // No message was moved without the journal knowing beforehand that it might be.
  void expect_no_surprise() const {
    const auto run = journal_.load();
    EXPECT_EQ(run.intents.size(), static_cast<std::size_t>(kMessages));
    for (const auto& intent : run.intents)
      EXPECT_TRUE(!is_trashed(intent.message_id) || run.started_batches.contains(intent.batch))
          << intent.message_id;
    for (const auto& [id, result] : run.results)
      EXPECT_EQ(is_trashed(id), result.outcome == Outcome::kDone) << id;
  }
  bool is_trashed(const std::string& id) const {
    return recorded_.message(id).value("location", "inbox") == "trash";
  }

  // How many calls of the store the execution of a whole run takes.
  int calls_of_a_run() {
    begin();
    const int before = journal_.disk().calls;
    execute();
    return journal_.disk().calls - before;
  }

  void begin() {
    journal_.disk() = {};
    recorded_.write({{"messages", unread_messages(kMessages)}});
    store_.emplace(journal_.open());
    journal::Recorder recorder(*store_, testing::clock_at_now(), "run1");
    ASSERT_TRUE(recorder.begin(testing::run_header(), intents(), {}));
  }
  Execution execute() {
    auto mailbox = recorded_.open();
    journal::Recorder recorder(*store_, testing::clock_at_now(), "run1",
                               journal_.load().next_sequence);
    const auto all = intents();
    return Executor(mailbox, recorder, {}).run(all, planned(), Freshness::kJustObserved);
  }

  std::optional<plugin::Store> store_;
};

TEST_F(ExecutorFaults, of_the_store_leave_a_run_that_can_be_resumed) {
  const int calls = calls_of_a_run();
  ASSERT_GT(calls, 6);
  for (int call = 1; call <= calls; ++call) {
    SCOPED_TRACE("store call " + std::to_string(call));
    begin();
    journal_.load();
    const int loads = journal_.disk().calls;  // `execute` loads once more, by three calls.
    journal_.load();
    const int per_load = journal_.disk().calls - loads;
    journal_.disk().failing_call = journal_.disk().calls + per_load + call;
    const auto execution = execute();
    const bool failed = journal_.disk().calls >= journal_.disk().failing_call;
    journal_.disk().failing_call = 0;
    store_.reset();
    if (failed && execution.error) {
      EXPECT_EQ(execution.status, RunStatus::kInterrupted);
      EXPECT_EQ(execution.error->fault, Fault::kUnavailable);
    }
    expect_no_surprise();
    if (journal_.load().summary.status != RunStatus::kCompleted) resume();
    EXPECT_EQ(trashed(), "m0 m1 m2 m3 m4 m5 ");
    EXPECT_EQ(journal_.load().summary.status, RunStatus::kCompleted);
  }
}

TEST_F(ExecutorFaults, of_the_provider_leave_a_run_that_can_be_resumed) {
  for (int change = 0; change < kMessages; ++change) {
    SCOPED_TRACE("change " + std::to_string(change));
    begin();
    recorded_.behave({{"fail_apply_at", change}});
    EXPECT_EQ(execute().status, RunStatus::kInterrupted);
    store_.reset();
    expect_no_surprise();
    expect_all_done(resume());
  }
}

// As after kill -9: what was not committed is gone, and nobody said that the run stopped.
TEST_F(ExecutorFaults, of_the_process_leave_a_run_that_can_be_resumed) {
  for (const int settled : {2, 4, 6}) {
    begin();
    auto disk = journal_.disk();
    Execution execution;
    {
      auto mailbox = recorded_.open();
      journal::Recorder recorder(*store_, testing::clock_at_now(), "run1",
                                 journal_.load().next_sequence);
      const auto all = intents();
      ExecutorHooks hooks;
      hooks.after_batch = [&](std::int64_t count) {
        if (count == settled) disk = journal_.disk();
      };
      Executor(mailbox, recorder, hooks)
          .run(std::span(all).first(settled), planned(), Freshness::kJustObserved);
    }
    store_.reset();
    journal_.disk() = disk;
    EXPECT_EQ(journal_.load().summary.status, RunStatus::kUnfinished);
    EXPECT_EQ(journal_.load().results.size(), static_cast<std::size_t>(settled - 2));
    expect_no_surprise();
    expect_all_done(resume());
  }
}

}  // namespace
}  // namespace mailcomb::pipeline
