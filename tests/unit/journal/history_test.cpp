// SPDX-License-Identifier: Apache-2.0
#include "journal/history.hpp"

#include <gtest/gtest.h>

#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

class HistoryTest : public ::testing::Test {
 protected:
  void add(const std::string& id, RunKind kind, std::optional<RunStatus> status) {
    Recorder recorder(store_, clock_at_now(), id);
    ASSERT_TRUE(recorder.begin(run_header(id, kind), std::vector{intent("m1")}, {}));
    if (!status) return;
    ASSERT_TRUE(recorder.end({*status, {1, 1, 0, 0, 0}}));
  }
  std::string list() {
    std::string text;
    const auto runs = list_runs(store_).value();
    for (const auto& run : runs)
      text += run.header.run_id + " " + std::string(to_text(run.status)) +
              (run.undone_by.empty() ? "" : " undone by " + run.undone_by) + "; ";
    return text;
  }
  std::string find(std::string_view name) {
    const auto found = find_run(store_, name);
    return found ? *found : to_text(found.error());
  }
  MemoryJournal journal_;
  plugin::Store store_ = journal_.open();
};

TEST_F(HistoryTest, lists_the_newest_first) {
  add("2001", RunKind::kPlan, RunStatus::kPlanned);
  add("2003", RunKind::kUndo, {});
  add("2002", RunKind::kApply, RunStatus::kCompleted);
  EXPECT_EQ(list(), "2003 unfinished; 2002 completed; 2001 planned; ");
  EXPECT_EQ(list_runs(store_, {{}, {}, {}, {}, 1}).value().size(), 1u);
}

TEST_F(HistoryTest, is_empty_at_first) { EXPECT_EQ(list(), ""); }

TEST_F(HistoryTest, finds_a_run_by_its_beginning) {
  add("2001a", RunKind::kApply, RunStatus::kCompleted);
  add("2001b", RunKind::kApply, RunStatus::kCompleted);
  add("2002", RunKind::kApply, RunStatus::kCompleted);
  EXPECT_EQ(find("2002"), "2002");
  EXPECT_EQ(find("2001a"), "2001a");
  EXPECT_EQ(find("2001b"), "2001b");
  EXPECT_EQ(find("2001"),
            "'2001' begins the ids of several runs\n  hint: give more of it: 2001b, 2001a\n");
  EXPECT_EQ(find("3"),
            "no run '3' in the journal\n"
            "  hint: 'mailcomb history list' shows the runs there are\n");
}

TEST_F(HistoryTest, prefers_a_whole_id_to_a_beginning) {
  add("2001", RunKind::kApply, RunStatus::kCompleted);
  add("2001a", RunKind::kApply, RunStatus::kCompleted);
  EXPECT_EQ(find("2001"), "2001");
}

TEST_F(HistoryTest, takes_the_last_run_that_changed_mail) {
  add("2001", RunKind::kApply, RunStatus::kCompleted);
  add("2002", RunKind::kUndo, RunStatus::kCompleted);
  add("2003", RunKind::kPlan, RunStatus::kPlanned);
  EXPECT_EQ(find("last"), "2002");
}

TEST_F(HistoryTest, knows_no_last_run_where_there_is_none) {
  add("2003", RunKind::kPlan, RunStatus::kPlanned);
  EXPECT_NE(find("last").find("no run in the journal has changed mail"), std::string::npos);
}

TEST_F(HistoryTest, marks_the_intents_of_an_undo) {
  add("2002", RunKind::kUndo, {});
  EXPECT_TRUE(load_run(store_, "2002").value().intents[0].is_undo);
}

TEST_F(HistoryTest, says_how_a_run_ended_that_was_undone_again_and_again) {
  add("2001", RunKind::kApply, RunStatus::kPartial);
  for (int i = 2; i < 9; ++i) {
    Recorder recorder(store_, clock_at_now(), "2001", load_run(store_, "2001")->next_sequence);
    ASSERT_TRUE(recorder.mark_undone("200" + std::to_string(i)));
  }
  EXPECT_EQ(list(), "2001 partial undone by 2008; ");
}

TEST_F(HistoryTest, says_where_the_journal_is_damaged) {
  add("2001", RunKind::kApply, RunStatus::kCompleted);
  auto& rows = journal_.disk().tables["cleanup_actions"];
  for (auto& [key, cells] : rows) cells[actions::kPayload] = sdk::Value::bytes("{");
  EXPECT_EQ(error_text(load_run(store_, "2001")),
            "the journal's events of run '2001' cannot be read: it is not what mailcomb writes\n"
            "  hint: the store was changed by another program or is damaged; restore it from a "
            "backup\n");
  EXPECT_FALSE(list_runs(store_));
}

}  // namespace
}  // namespace mailcomb::testing
