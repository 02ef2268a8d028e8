// SPDX-License-Identifier: Apache-2.0
#include "journal/statistics.hpp"

#include <gtest/gtest.h>

#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

class StatisticsTest : public ::testing::Test {
 protected:
  // m1 is archived by `first`, m2 archived and marked by both, m3 fails.
  void add_apply(const std::string& id, std::chrono::hours age = {}) {
    auto header = run_header(id);
    header.started_at = kNow - age;
    auto both = intent("m2", "archive");
    both.actions.push_back({*mail::parse_action("mark_read"), "second", "is: unread"});
    const std::vector<Intent> intents = {intent("m1", "archive"), both, intent("m3", "trash")};
    Recorder recorder(store_, clock_at_now(), id);
    ASSERT_TRUE(recorder.begin(header, intents, {}));
    ASSERT_TRUE(recorder.start_batch(0));
    const std::vector<MessageResult> results = {
        {"m1", Outcome::kDone, ""}, {"m2", Outcome::kDone, ""}, {"m3", Outcome::kFailed, "full"}};
    ASSERT_TRUE(recorder.add_results(results, 0));
    ASSERT_TRUE(recorder.end({RunStatus::kPartial, {3, 2, 0, 0, 1}}));
  }
  std::string count(GroupBy by, const RunSelection& selection = {}) {
    std::string text;
    const auto statistics = count_runs(store_, selection, by).value();
    for (const auto& [key, group] : statistics.groups)
      text += key + " " + std::to_string(group.runs) + ": " +
              std::to_string(group.messages.planned) + " " + std::to_string(group.messages.done) +
              " " + std::to_string(group.messages.failed) + " " + std::to_string(group.undone) +
              "; ";
    return text;
  }
  MemoryJournal journal_;
  plugin::Store store_ = journal_.open();
};

TEST_F(StatisticsTest, by_each_grouping) {
  add_apply("1");
  add_apply("2", std::chrono::hours(24));
  EXPECT_EQ(count(GroupBy::kRule), "rule 2: 6 4 2 0; second 2: 2 2 0 0; ");
  EXPECT_EQ(count(GroupBy::kAction),
            "archive 2: 4 4 0 0; mark_read 2: 2 2 0 0; trash 2: 2 0 2 0; ");
  EXPECT_EQ(count(GroupBy::kPolicy), "tidy 2: 6 4 2 0; ");
  EXPECT_EQ(count(GroupBy::kMailbox), "recording:ann 2: 6 4 2 0; ");
  const auto day = to_rfc3339(kNow).substr(0, 10);
  const auto before = to_rfc3339(kNow - std::chrono::hours(24)).substr(0, 10);
  EXPECT_EQ(count(GroupBy::kDay), before + " 1: 3 2 1 0; " + day + " 1: 3 2 1 0; ");
}

TEST_F(StatisticsTest, counts_what_was_undone_once) {
  add_apply("1");
  Recorder original(store_, clock_at_now(), "1", load_run(store_, "1")->next_sequence);
  ASSERT_TRUE(original.mark_undone("2"));
  Recorder undo(store_, clock_at_now(), "2");
  ASSERT_TRUE(undo.begin(run_header("2", RunKind::kUndo), std::vector{intent("m1")}, {}));
  ASSERT_TRUE(undo.end({RunStatus::kCompleted, {1, 1, 0, 0, 0}}));
  EXPECT_EQ(count(GroupBy::kPolicy), "tidy 1: 3 2 1 2; ");
}

TEST_F(StatisticsTest, plans_and_other_times_do_not_count) {
  add_apply("1", std::chrono::hours(48));
  Recorder plan(store_, clock_at_now(), "2");
  ASSERT_TRUE(plan.begin(run_header("2", RunKind::kPlan), {}, {}));
  ASSERT_TRUE(plan.end({RunStatus::kPlanned, {7, 0, 0, 0, 0}}));
  EXPECT_EQ(count(GroupBy::kPolicy, {kNow - std::chrono::hours(47), {}, {}, {}, 0}), "");
}

TEST_F(StatisticsTest, a_run_under_way_counts_with_what_is_known) {
  Recorder recorder(store_, clock_at_now(), "1");
  ASSERT_TRUE(recorder.begin(run_header("1"), std::vector{intent("m1"), intent("m2")}, {}));
  EXPECT_EQ(count(GroupBy::kPolicy), "tidy 1: 2 0 0 0; ");
  EXPECT_EQ(count(GroupBy::kRule), "rule 1: 2 0 0 0; ");
}

}  // namespace
}  // namespace mailcomb::testing
