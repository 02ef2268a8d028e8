// SPDX-License-Identifier: Apache-2.0
#include "journal/selection.hpp"

#include <gtest/gtest.h>

#include "journal/history.hpp"
#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

class SelectionTest : public ::testing::Test {
 protected:
  struct Made {
    std::string id;
    std::optional<RunStatus> status;
    std::chrono::hours age{0};
    std::string policy = "tidy";
    std::string account = "ann";
    RunKind kind = RunKind::kApply;
  };
  void add(const Made& made) {
    auto header = run_header(made.id, made.kind);
    header.started_at = kNow - made.age;
    header.policy = made.policy;
    header.account = made.account;
    Recorder recorder(store_, clock_at_now(), made.id);
    ASSERT_TRUE(recorder.begin(header, std::vector{intent("m1"), intent("m2")}, {}));
    if (made.status) ASSERT_TRUE(recorder.end({*made.status, {2, 2, 0, 0, 0}}));
  }
  std::string ids(const Result<std::vector<RunSummary>>& runs) {
    std::string text;
    for (const auto& run : runs.value()) text += run.header.run_id + " ";
    return text;
  }
  std::string list(const RunSelection& selection) { return ids(list_runs(store_, selection)); }

  MemoryJournal journal_;
  plugin::Store store_ = journal_.open();
};

TEST_F(SelectionTest, by_time_is_inclusive) {
  add({"1", RunStatus::kCompleted, std::chrono::hours(25)});
  add({"2", RunStatus::kCompleted, std::chrono::hours(24)});
  add({"3", RunStatus::kCompleted});
  EXPECT_EQ(list({kNow - std::chrono::hours(24), {}, {}, {}, 0}), "3 2 ");
}

TEST_F(SelectionTest, by_status) {
  add({"1", RunStatus::kCompleted});
  add({"2", RunStatus::kPartial});
  add({"3", RunStatus::kInterrupted});
  add({"4", {}});
  add({"5", RunStatus::kPlanned});
  EXPECT_EQ(list({{}, statuses_named("failed"), {}, {}, 0}), "4 3 2 ");
  EXPECT_EQ(list({{}, statuses_named("completed"), {}, {}, 0}), "1 ");
  EXPECT_EQ(list({{}, statuses_named("unfinished"), {}, {}, 0}), "4 ");
  EXPECT_EQ(list({{}, statuses_named("planned"), {}, {}, 0}), "5 ");
}

TEST_F(SelectionTest, by_policy_and_mailbox) {
  add({"1", RunStatus::kCompleted, {}, "tidy", "ann"});
  add({"2", RunStatus::kCompleted, {}, "tidy", "bob"});
  add({"3", RunStatus::kCompleted, {}, "strict", "bob"});
  EXPECT_EQ(list({{}, {}, "tidy", {}, 0}), "2 1 ");
  EXPECT_EQ(list({{}, {}, {}, {"bob"}, 0}), "3 2 ");
  EXPECT_EQ(list({{}, {}, "tidy", {"recording:bob"}, 0}), "2 ");
  EXPECT_EQ(list({{}, {}, {}, {"other:bob", "recording:ann"}, 0}), "1 ");
  EXPECT_EQ(list({{}, {}, "tid", {}, 0}), "");
}

TEST_F(SelectionTest, counts_the_limit_after_the_rest) {
  for (const char* id : {"1", "2", "3", "4"}) add({id, RunStatus::kCompleted});
  add({"5", RunStatus::kPartial});
  EXPECT_EQ(list({{}, statuses_named("completed"), {}, {}, 2}), "4 3 ");
  EXPECT_EQ(list({{}, {}, {}, {}, 1}), "5 ");
}

TEST_F(SelectionTest, knows_what_is_pending) {
  add({"1", RunStatus::kCompleted});
  add({"2", RunStatus::kInterrupted});
  add({"3", {}});
  add({"4", {}, {}, "tidy", "ann", RunKind::kUndo});
  add({"5", {}, {}, "tidy", "ann", RunKind::kPlan});
  add({"6", RunStatus::kInterrupted});
  Recorder undone(store_, clock_at_now(), "6", load_run(store_, "6")->next_sequence);
  ASSERT_TRUE(undone.mark_undone("7"));
  EXPECT_EQ(ids(list_pending(store_)), "4 3 2 ");
}

// A list asks the store once, and once more for each run: never for what was planned.
TEST_F(SelectionTest, lists_runs_by_their_ends) {
  for (int i = 0; i < 100; ++i) {
    add({std::to_string(1000 + i), RunStatus::kCompleted});
  }
  const int before = journal_.disk().calls;
  EXPECT_EQ(list_runs(store_).value().size(), 100u);
  EXPECT_EQ(journal_.disk().calls - before, 102);
  EXPECT_EQ(list_runs(store_, {{}, {}, {}, {}, 10}).value().size(), 10u);
  EXPECT_EQ(journal_.disk().calls - before, 114);
}

}  // namespace
}  // namespace mailcomb::testing
