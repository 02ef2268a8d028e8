// SPDX-License-Identifier: Apache-2.0
#include "pipeline/executor.hpp"

#include "execution_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

class ExecutorTest : public ExecutionTest {};

TEST_F(ExecutorTest, does_everything_batch_by_batch) {
  std::vector<std::int64_t> settled;
  expect_all_done(run({{}, {}, [&](std::int64_t count) { settled.push_back(count); }}));
  EXPECT_EQ(settled, (std::vector<std::int64_t>{2, 4, 6}));
  const auto applies = recorded_.calls("apply");
  ASSERT_EQ(applies.size(), 3u);
  EXPECT_EQ(
      applies[1]["changes"],
      Json::parse(R"([{"id": "m2", "actions": ["trash"]}, {"id": "m3", "actions": ["trash"]}])"));
  EXPECT_EQ(recorded_.calls("observe").size(), 3u);
}

TEST_F(ExecutorTest, does_not_believe_a_lie) {
  recorded_.behave({{"lie_at", 3}});
  const auto execution = run();
  EXPECT_EQ(execution.status, RunStatus::kPartial);
  EXPECT_EQ(execution.tally.done, 5);
  ASSERT_EQ(execution.problems.size(), 1u);
  EXPECT_EQ(execution.problems[0].message_id, "m3");
  EXPECT_EQ(execution.problems[0].outcome, Outcome::kFailed);
  EXPECT_EQ(execution.problems[0].detail,
            "the provider reported success, but the message did not change");
  EXPECT_EQ(journal_.load().results.at("m3").outcome, Outcome::kFailed);
  EXPECT_EQ(journal_.load().summary.status, RunStatus::kPartial);
}

TEST_F(ExecutorTest, passes_on_why_a_change_failed) {
  recorded_.behave({{"refuse_at", 0}});
  const auto execution = run();
  EXPECT_EQ(execution.tally.failed, 1);
  EXPECT_EQ(execution.problems[0].detail, "refused as it was told to");
}

TEST_F(ExecutorTest, tells_who_is_gone) {
  recorded_.behave({{"gone", {"m1"}}});
  const auto execution = run();
  EXPECT_EQ(execution.status, RunStatus::kPartial);
  EXPECT_EQ(execution.tally.gone, 1);
  EXPECT_EQ(execution.problems[0].outcome, Outcome::kGone);
  EXPECT_EQ(trashed(), "m0 m2 m3 m4 m5 ");
}

TEST_F(ExecutorTest, ends_between_batches_when_it_is_asked_to) {
  int batches = 0;
  const auto execution = run({[&] { return batches == 2; }, {}, [&](auto) { ++batches; }});
  EXPECT_EQ(execution.status, RunStatus::kInterrupted);
  EXPECT_FALSE(execution.error);
  EXPECT_EQ(trashed(), "m0 m1 m2 m3 ");
  EXPECT_EQ(journal_.load().summary.status, RunStatus::kInterrupted);
  EXPECT_EQ(journal_.load().results.size(), 4u);
  expect_all_done(resume());
}

TEST_F(ExecutorTest, ends_within_a_batch_when_the_provider_does) {
  recorded_.behave({{"partial", 1}});
  const auto execution = run();
  EXPECT_EQ(execution.status, RunStatus::kInterrupted);
  EXPECT_EQ(execution.tally.done, 1);
  EXPECT_EQ(trashed(), "m0 ");
  EXPECT_FALSE(journal_.load().results.contains("m1"));
  recorded_.behave(Json::object());
  expect_all_done(resume());
}

TEST_F(ExecutorTest, keeps_what_was_done_before_the_provider_failed) {
  recorded_.behave({{"fail_apply_at", 3}});
  const auto execution = run();
  EXPECT_EQ(execution.status, RunStatus::kInterrupted);
  ASSERT_TRUE(execution.error);
  EXPECT_EQ(execution.error->fault, Fault::kUnavailable);
  EXPECT_EQ(execution.tally.done, 3);
  EXPECT_EQ(journal_.load().results.size(), 3u);
  expect_all_done(resume());
}

TEST_F(ExecutorTest, ends_if_it_may_not_begin_a_batch) {
  int batches = 0;
  const auto execution = run({{},
                              [&]() -> Result<void> {
                                if (batches++ < 1) return {};
                                return fail(Fault::kLocked, "somebody took the mailbox");
                              },
                              {}});
  EXPECT_EQ(execution.error->fault, Fault::kLocked);
  EXPECT_EQ(trashed(), "m0 m1 ");
  EXPECT_EQ(journal_.load().summary.status, RunStatus::kInterrupted);
  expect_all_done(resume());
}

TEST_F(ExecutorTest, completes_a_run_of_nothing) {
  auto mailbox = recorded_.open();
  auto store = journal_.open();
  journal::Recorder recorder(store, testing::clock_at_now(), "run1");
  ASSERT_TRUE(recorder.begin(testing::run_header(), {}, {}));
  const auto execution = Executor(mailbox, recorder, {}).run({}, {}, Freshness::kJustObserved);
  EXPECT_EQ(execution.status, RunStatus::kCompleted);
  EXPECT_TRUE(recorded_.calls("apply").empty());
}

// Between the death of a run and its resumption anything may have happened.
TEST_F(ExecutorTest, looks_before_it_goes_on) {
  int batches = 0;
  run({[&] { return batches == 1; }, {}, [&](auto) { ++batches; }});
  recorded_.edit([](Json& file) {
    file["messages"][2]["location"] = "trash";   // Done already.
    file["messages"][3]["flags"] = {"starred"};  // Touched.
    file["messages"].erase(4);                   // Gone.
  });
  const auto execution = resume();
  EXPECT_EQ(execution.status, RunStatus::kPartial);
  EXPECT_EQ(execution.tally.done, 4);
  EXPECT_EQ(execution.tally.touched, 1);
  EXPECT_EQ(execution.tally.gone, 1);
  EXPECT_EQ(
      journal_.load().results.at("m3").detail,
      "another program changed it meanwhile: it is in INBOX, read, starred, and was in INBOX, "
      "unread");
  EXPECT_EQ(recorded_.message("m3").value("location", "inbox"), "inbox");
  const auto applies = recorded_.calls("apply");
  ASSERT_EQ(applies.size(), 2u);
  EXPECT_EQ(applies[1]["changes"][0]["id"], "m5");
}

}  // namespace
}  // namespace mailcomb::pipeline
