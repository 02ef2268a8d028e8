// SPDX-License-Identifier: Apache-2.0
#include "journal/recorder.hpp"

#include <gtest/gtest.h>

#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

class RecorderTest : public ::testing::Test {
 protected:
  Recorder recorder(std::int64_t next = 0) { return {store_, clock_at_now(), "run1", next}; }
  void begin(Recorder& recorder) {
    ASSERT_TRUE(recorder.begin(run_header(), intents_, sdk::Value::list({"Archive"})));
  }
  MemoryJournal journal_;
  plugin::Store store_ = journal_.open();
  const std::vector<Intent> intents_ = {intent("m1"), intent("m2"), intent("m3", "archive", 1)};
};

TEST_F(RecorderTest, makes_everything_durable_before_anything_happens) {
  auto recorder = this->recorder();
  begin(recorder);
  const auto run = journal_.load();
  EXPECT_EQ(run.summary.status, RunStatus::kUnfinished);
  EXPECT_EQ(run.summary.header.policy, "tidy");
  ASSERT_EQ(run.intents.size(), 3u);
  EXPECT_EQ(run.intents[2].message_id, "m3");
  EXPECT_EQ(run.intents[2].batch, 1);
  EXPECT_EQ(run.intents[2].expected.location, mail::Location::kArchive);
  EXPECT_FALSE(run.intents[2].is_undo);
  EXPECT_EQ(run.creations, sdk::Value::list({"Archive"}));
  EXPECT_EQ(run.summary.tally.planned, 3);
  EXPECT_TRUE(run.started_batches.empty());
}

TEST_F(RecorderTest, keeps_what_a_plan_would_do) {
  std::vector<Foreseen> foreseen;
  for (int i = 0; i < 2345; ++i)
    foreseen.push_back({"m" + std::to_string(i),
                        {*mail::parse_action("label:a:b"), *mail::parse_action("archive")}});
  auto recorder = this->recorder();
  ASSERT_TRUE(recorder.begin(run_header("run1", RunKind::kPlan), {}, {}));
  ASSERT_TRUE(recorder.foresee(foreseen));
  ASSERT_TRUE(recorder.end({RunStatus::kPlanned, {2345, 0, 0, 0, 0}}));
  const auto run = journal_.load();
  EXPECT_EQ(run.summary.status, RunStatus::kPlanned);
  EXPECT_EQ(run.summary.tally.planned, 2345);
  EXPECT_TRUE(run.intents.empty());
  ASSERT_EQ(run.foreseen.size(), 2345u);
  EXPECT_EQ(run.foreseen[2344].message_id, "m2344");
  EXPECT_EQ(run.foreseen[2344].actions, foreseen[2344].actions);
}

// As after a full disk: nothing of it counts, and how the run ended can still be said.
TEST_F(RecorderTest, takes_back_what_it_could_not_foresee) {
  auto recorder = this->recorder();
  ASSERT_TRUE(recorder.begin(run_header("run1", RunKind::kPlan), {}, {}));
  journal_.disk().failing_call = journal_.disk().calls + 1;
  EXPECT_FALSE(recorder.foresee(std::vector<Foreseen>{{"m1", {}}}));
  journal_.disk().failing_call = 0;
  ASSERT_TRUE(recorder.end({RunStatus::kPlanned, {1, 0, 0, 0, 0}}));
  EXPECT_TRUE(journal_.load().foreseen.empty());
}

TEST_F(RecorderTest, makes_results_durable_with_the_next_batch) {
  auto recorder = this->recorder();
  begin(recorder);
  ASSERT_TRUE(recorder.start_batch(0));
  const std::vector<MessageResult> results = {{"m1", Outcome::kDone, ""},
                                              {"m2", Outcome::kFailed, "disk full"}};
  ASSERT_TRUE(recorder.add_results(results, 0));
  EXPECT_TRUE(journal_.load().results.empty());
  ASSERT_TRUE(recorder.start_batch(1));
  const auto run = journal_.load();
  EXPECT_EQ(run.started_batches, (std::set<std::int64_t>{0, 1}));
  EXPECT_EQ(run.results.at("m2").detail, "disk full");
  EXPECT_EQ(run.summary.tally.done, 1);
  EXPECT_EQ(run.summary.tally.failed, 1);
  EXPECT_EQ(run.summary.status, RunStatus::kUnfinished);
}

TEST_F(RecorderTest, ends_with_a_status_and_a_tally) {
  auto recorder = this->recorder();
  begin(recorder);
  ASSERT_TRUE(recorder.end({RunStatus::kPartial, {3, 1, 1, 1, 0}}));
  const auto run = journal_.load();
  EXPECT_EQ(run.summary.status, RunStatus::kPartial);
  EXPECT_EQ(run.summary.tally.touched, 1);
  EXPECT_EQ(run.summary.ended_at, kNow);
}

TEST_F(RecorderTest, goes_on_where_another_process_stopped) {
  auto first = recorder();
  begin(first);
  ASSERT_TRUE(first.end({RunStatus::kInterrupted, {}}));
  auto second = recorder(journal_.load().next_sequence);
  ASSERT_TRUE(second.start_batch(0));
  EXPECT_EQ(journal_.load().summary.status, RunStatus::kUnfinished);
  ASSERT_TRUE(second.end({RunStatus::kCompleted, {}}));
  EXPECT_EQ(journal_.load().summary.status, RunStatus::kCompleted);
}

TEST_F(RecorderTest, refuses_to_write_over_another_process) {
  auto first = recorder();
  begin(first);
  auto second = recorder();
  EXPECT_EQ(error_text(second.start_batch(0)),
            "the journal already has rows of run 'run1' there\n"
            "  hint: another process works on the same run; try again when it is done\n");
  EXPECT_FALSE(second.begin(run_header(), intents_, {}));
  EXPECT_EQ(journal_.load().intents.size(), 3u);
}

TEST_F(RecorderTest, remembers_that_a_run_was_undone) {
  auto recorder = this->recorder();
  begin(recorder);
  ASSERT_TRUE(recorder.end({RunStatus::kCompleted, {3, 3, 0, 0, 0}}));
  ASSERT_TRUE(recorder.mark_undone("run2"));
  const auto run = journal_.load();
  EXPECT_EQ(run.summary.undone_by, "run2");
  EXPECT_EQ(run.summary.status, RunStatus::kCompleted);
  EXPECT_EQ(run.summary.tally.done, 3);
}

TEST_F(RecorderTest, writes_more_intents_than_one_append_takes) {
  std::vector<Intent> many;
  for (int i = 0; i < 10000; ++i) many.push_back(intent("m" + std::to_string(i), "trash", i / 100));
  auto recorder = this->recorder();
  ASSERT_TRUE(recorder.begin(run_header(), many, {}));
  const auto run = journal_.load();
  ASSERT_EQ(run.intents.size(), 10000u);
  EXPECT_EQ(run.intents[9999].message_id, "m9999");
}

// Whatever fails, a run is there whole or not at all.
TEST_F(RecorderTest, begins_wholly_or_not_at_all) {
  for (int call = 1;; ++call) {
    journal_.disk() = {};
    auto store = journal_.open();
    journal_.disk().failing_call = journal_.disk().calls + call;
    Recorder recorder(store, clock_at_now(), "run1");
    const auto begun = recorder.begin(run_header(), intents_, {});
    journal_.disk().failing_call = 0;
    auto other = journal_.open();
    if (begun) {
      EXPECT_EQ(load_run(other, "run1").value().intents.size(), 3u);
      EXPECT_GT(call, 3);
      break;
    }
    EXPECT_EQ(begun.error().fault, Fault::kUnavailable);
    EXPECT_FALSE(load_run(other, "run1"));
  }
}

TEST_F(RecorderTest, keeps_the_text_of_a_policy_once) {
  ASSERT_TRUE(keep_policy(store_, {"tidy", "d1", "version: 1\n"}, kNow));
  ASSERT_TRUE(keep_policy(store_, {"tidy", "d1", "version: 1\n"}, kNow));
  ASSERT_TRUE(keep_policy(store_, {"tidy", "d2", "version: 1\nrules: []\n"}, kNow));
  auto other = journal_.open();
  const auto rows = other.read(kPolicies, {}).value();
  ASSERT_EQ(rows.row_count(), 2u);
  EXPECT_EQ(rows.row(1).text("text"), "version: 1\nrules: []\n");
}

}  // namespace
}  // namespace mailcomb::testing
