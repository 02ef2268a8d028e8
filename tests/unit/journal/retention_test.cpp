// SPDX-License-Identifier: Apache-2.0
#include "journal/retention.hpp"

#include <gtest/gtest.h>

#include "journal/purge.hpp"
#include "journal/statistics.hpp"
#include "journal/verification.hpp"
#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;
using std::chrono::days;

class RetentionTest : public ::testing::Test {
 protected:
  void add(const std::string& id, days age, std::optional<RunStatus> status = RunStatus::kCompleted,
           RunKind kind = RunKind::kApply, const std::string& undoes = {}) {
    auto header = run_header(id, kind);
    header.started_at = kNow - age;
    header.undoes = undoes;
    header.policy_digest = "digest of " + id;
    ASSERT_TRUE(keep_policy(store_, {"tidy", header.policy_digest, "version: 1\n"}, kNow));
    Recorder recorder(
        store_, [=] { return kNow - age; }, id);
    ASSERT_TRUE(recorder.begin(header, std::vector{intent("m1"), intent("m2")}, {}));
    ASSERT_TRUE(recorder.start_batch(0));
    if (!status) return;
    const std::vector<MessageResult> results = {{"m1", Outcome::kDone, ""}};
    ASSERT_TRUE(recorder.add_results(results, 0));
    ASSERT_TRUE(recorder.end({*status, {2, 1, 0, 0, 1}}));
  }
  void mark_undone(const std::string& id, const std::string& by) {
    Recorder recorder(store_, clock_at_now(), id, load_run(store_, id)->next_sequence);
    ASSERT_TRUE(recorder.mark_undone(by));
  }
  std::string retained(Retention retention) {
    const auto expired = retain(store_, retention, kNow).value();
    std::string text;
    for (const auto& run : expired.whole) text += "-" + run + " ";
    for (const auto& run : expired.messages) text += "~" + run + " ";
    return text;
  }
  std::string list() {
    std::string text;
    const auto runs = list_runs(store_).value();
    for (const auto& run : runs) text += run.header.run_id + (run.trimmed_at ? "~ " : " ");
    return text;
  }
  std::string damages() {
    std::string text;
    const auto verified = verify_journal(store_).value();
    for (const auto& damage : verified.damages) text += damage.run_id + ": " + damage.what + "; ";
    return text;
  }
  MemoryJournal journal_;
  plugin::Store store_ = journal_.open();
};

TEST_F(RetentionTest, removes_what_is_as_old_as_the_limit) {
  add("1", days(401));
  add("2", days(400));
  add("3", days(399));
  EXPECT_EQ(retained({days(400), {}}), "-2 -1 ");
  EXPECT_EQ(list(), "3 ");
  EXPECT_EQ(damages(), "");
  EXPECT_EQ(retained({days(400), {}}), "");
}

TEST_F(RetentionTest, leaves_what_a_run_came_to) {
  add("1", days(100), RunStatus::kPartial);
  mark_undone("1", "0");
  add("2", days(10));
  EXPECT_EQ(retained({days(400), days(90)}), "~1 ");
  EXPECT_EQ(list(), "2 1~ ");
  EXPECT_EQ(damages(), "");
  const auto run = load_run(store_, "1").value();
  EXPECT_TRUE(run.intents.empty());
  EXPECT_EQ(run.summary.status, RunStatus::kPartial);
  EXPECT_EQ(run.summary.tally.planned, 2);
  EXPECT_EQ(run.summary.undone_by, "0");
  EXPECT_EQ(run.summary.trimmed_at, kNow);
  EXPECT_EQ(count_runs(store_, {}, GroupBy::kRule)->without_details, 1);
  EXPECT_EQ(retained({days(400), days(90)}), "");
  EXPECT_EQ(retained({days(90), {}}), "-1 ");
  EXPECT_EQ(damages(), "");
}

// A plan keeps the ids of what it would have changed; one that would change nothing has none.
TEST_F(RetentionTest, lets_go_of_what_plans_foresaw) {
  for (const int planned : {0, 1}) {
    auto header = run_header(std::to_string(planned), RunKind::kPlan);
    header.started_at = kNow - days(100);
    Recorder recorder(
        store_, [] { return kNow - days(100); }, header.run_id);
    ASSERT_TRUE(recorder.begin(header, {}, {}));
    ASSERT_TRUE(
        recorder.foresee(std::vector<Foreseen>(static_cast<std::size_t>(planned), {"m", {}})));
    ASSERT_TRUE(recorder.end({RunStatus::kPlanned, {planned, 0, 0, 0, 0}}));
  }
  EXPECT_EQ(load_run(store_, "1")->foreseen.size(), 1u);
  EXPECT_EQ(damages(), "");
  EXPECT_EQ(retained({days(400), days(90)}), "~1 ");
  EXPECT_TRUE(load_run(store_, "1")->foreseen.empty());
  EXPECT_EQ(load_run(store_, "1")->summary.tally.planned, 1);
  EXPECT_EQ(damages(), "");
}

TEST_F(RetentionTest, keeps_what_resume_could_go_on_with) {
  add("1", days(500), {});
  add("2", days(500), RunStatus::kInterrupted);
  add("3", days(500));
  add("4", days(500), RunStatus::kInterrupted, RunKind::kUndo, "3");
  EXPECT_EQ(retained({days(10), days(10)}), "");
  mark_undone("2", "5");
  EXPECT_EQ(retained({days(10), days(10)}), "-2 ");
  EXPECT_EQ(damages(), "");
}

TEST_F(RetentionTest, removes_the_texts_of_policies_with_their_last_run) {
  add("1", days(500));
  add("2", days(5));
  ASSERT_EQ(retained({days(400), {}}), "-1 ");
  const auto policies = store_.read(kPolicies, {}).value();
  ASSERT_EQ(policies.row_count(), 1u);
  EXPECT_EQ(policies.row(0).text("digest"), "digest of 2");
}

TEST_F(RetentionTest, leaves_nothing_of_a_run_but_that_it_was_removed) {
  add("1", days(500));
  ASSERT_EQ(retained({days(400), {}}), "-1 ");
  for (const char* table : {"cleanup_runs", "cleanup_actions"})
    EXPECT_TRUE(journal_.disk().tables[table].empty());
  EXPECT_EQ(error_text(load_run(store_, "1")),
            "run '1' was removed from the journal on " + to_rfc3339(kNow).substr(0, 10) +
                "\n  hint: what it did can no longer be shown, finished or undone\n");
  EXPECT_EQ(find_run(store_, "1").error().message,
            "run '1' was removed from the journal on " + to_rfc3339(kNow).substr(0, 10));
}

TEST_F(RetentionTest, is_remembered_to_tell_how_long_undo_is_possible) {
  EXPECT_EQ(remembered_retention(store_).value(), Retention());
  (void)retained({days(400), days(90)});
  EXPECT_EQ(remembered_retention(store_).value(), (Retention{days(400), days(90)}));
  (void)retained({{}, days(90)});
  EXPECT_EQ(remembered_retention(store_).value(), (Retention{{}, days(90)}));
  (void)retained({});
  EXPECT_EQ(remembered_retention(store_).value(), Retention());
  EXPECT_EQ(kept_until(kNow, {days(400), days(90)}), kNow + days(90));
  EXPECT_EQ(kept_until(kNow, {days(30), days(90)}), kNow + days(30));
  EXPECT_EQ(kept_until(kNow, {}), std::nullopt);
}

// Rows of an older mailcomb have no links; what is left of them is still held against the chain.
TEST_F(RetentionTest, trims_runs_of_an_older_mailcomb) {
  add("1", days(100));
  auto& tables = journal_.disk().tables;
  tables["cleanup_ledger"].clear();
  tables["cleanup_heads"].clear();
  for (auto& [key, cells] : tables["cleanup_runs"]) cells[runs::kLink] = {};
  for (auto& [key, cells] : tables["cleanup_actions"]) cells[actions::kLink] = {};
  EXPECT_EQ(retained({{}, days(90)}), "~1 ");
  EXPECT_EQ(damages(), "");
  EXPECT_EQ(list(), "1~ ");
  tables["cleanup_actions"].begin()->second[actions::kAt] = 7;
  EXPECT_NE(damages(), "");
}

// Whatever fails, either all of it is gone or nothing.
TEST_F(RetentionTest, removes_all_or_nothing) {
  add("1", days(500));
  add("2", days(100));
  const auto before = journal_.disk().tables;
  for (int call = 1;; ++call) {
    journal_.disk().tables = before;
    journal_.disk().documents.clear();
    auto store = journal_.open();
    journal_.disk().failing_call = journal_.disk().calls + call;
    const auto done = retain(store, {days(400), days(90)}, kNow);
    journal_.disk().failing_call = 0;
    if (done) break;
    EXPECT_EQ(list(), "2 1 ") << call;
    EXPECT_EQ(damages(), "");
  }
  EXPECT_EQ(list(), "2~ ");
  EXPECT_EQ(damages(), "");
}

TEST(FindExpired, counts_from_the_end_of_a_run) {
  RunSummary run;
  run.header.run_id = "1";
  run.header.started_at = kNow - days(100);
  run.status = RunStatus::kCompleted;
  run.ended_at = kNow - days(89);
  EXPECT_TRUE(find_expired({run}, {days(90), {}}, kNow).empty());
  run.ended_at = kNow - days(90);
  EXPECT_EQ(find_expired({run}, {days(90), {}}, kNow).whole, std::vector<std::string>{"1"});
  EXPECT_TRUE(find_expired({run}, {}, kNow).empty());
}

}  // namespace
}  // namespace mailcomb::testing
