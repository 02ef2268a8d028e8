// SPDX-License-Identifier: Apache-2.0
#include "journal/adoption.hpp"

#include <gtest/gtest.h>

#include "journal/verification.hpp"
#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

// A journal as mailcomb wrote it before there was a chain.
class AdoptionTest : public ::testing::Test {
 protected:
  AdoptionTest() {
    add("old");
    forget_chain();
  }

  void add(const std::string& run) {
    auto store = journal_.open();
    Recorder recorder(store, clock_at_now(), run);
    EXPECT_TRUE(recorder.begin(run_header(run), std::vector{intent("m1"), intent("m2")}, {}));
    EXPECT_TRUE(recorder.end({RunStatus::kInterrupted, {2, 0, 0, 0, 0}}));
  }
  void forget_chain() {
    auto& tables = journal_.disk().tables;
    tables["cleanup_ledger"].clear();
    tables["cleanup_heads"].clear();
    for (auto& [key, cells] : tables["cleanup_runs"]) cells[runs::kLink] = {};
    for (auto& [key, cells] : tables["cleanup_actions"]) cells[actions::kLink] = {};
  }
  void end(const std::string& run) {
    auto store = journal_.open();
    Recorder recorder(store, clock_at_now(), run, load_run(store, run)->next_sequence);
    EXPECT_TRUE(recorder.start_batch(0));
    EXPECT_TRUE(recorder.end({RunStatus::kCompleted, {2, 2, 0, 0, 0}}));
  }
  std::string found() {
    auto store = journal_.open();
    std::string text;
    const auto verified = verify_journal(store).value();
    for (const auto& damage : verified.damages) text += damage.run_id + ": " + damage.what + "; ";
    return text;
  }
  MemoryJournal journal_;
};

TEST_F(AdoptionTest, waits_for_the_next_run) {
  EXPECT_EQ(found(), "");
  auto store = journal_.open();
  EXPECT_EQ(verify_journal(store)->link, "");
  end("old");
  EXPECT_EQ(verify_journal(store)->link, "");
}

TEST_F(AdoptionTest, takes_older_runs_in_as_they_are) {
  add("new");
  EXPECT_EQ(found(), "");
  auto store = journal_.open();
  EXPECT_EQ(verify_journal(store)->runs, 2);
  EXPECT_EQ(load_run(store, "old")->intents.size(), 2u);
}

TEST_F(AdoptionTest, goes_on_with_an_older_run) {
  add("new");
  end("old");
  end("new");
  EXPECT_EQ(found(), "");
  journal_.disk().tables["cleanup_actions"][{"old", 4}][actions::kAt] = 7;
  EXPECT_EQ(found(), "old: event 4 was changed; ");
}

TEST_F(AdoptionTest, finds_what_was_changed_since) {
  add("new");
  const auto intact = journal_.disk().tables;
  const auto changed =
      "old: its first 4 events, of an older mailcomb, are not as they were when they "
      "were taken into the chain; ";
  for (const auto& [key, cells] : intact.at("cleanup_actions"))
    for (std::size_t i = key.size(); i < cells.size(); ++i) {
      if (key[0].text() != "old") continue;
      journal_.disk().tables = intact;
      auto& cell = journal_.disk().tables["cleanup_actions"][key][i];
      cell = cell.is(sdk::Value::Kind::kI64) ? sdk::Value(cell.integer() + 1)
                                             : sdk::Value::bytes(cell.text() + "x");
      EXPECT_NE(found(), "") << i;
    }
  journal_.disk().tables = intact;
  journal_.disk().tables["cleanup_actions"].erase({"old", 1});
  EXPECT_EQ(found(), changed);
  journal_.disk().tables = intact;
  journal_.disk().tables["cleanup_actions"].erase({"old", 3});
  EXPECT_EQ(found(), changed);
}

// A host that does not know the chain goes on to work, and what it wrote is told apart.
TEST_F(AdoptionTest, tells_what_an_older_host_wrote_later) {
  add("new");
  auto& events = journal_.disk().tables["cleanup_actions"];
  auto row = events[{"new", 3}];
  row[actions::kSequence] = 4;
  row[actions::kLink] = {};
  events[{"new", 4}] = row;
  EXPECT_EQ(found(), "new: event 4 has no link: an older mailcomb or somebody else wrote it; ");
  end("new");
  EXPECT_EQ(found(), "new: event 4 has no link: an older mailcomb or somebody else wrote it; ");
}

TEST_F(AdoptionTest, of_many_rows_reads_all) {
  auto store = journal_.open();
  std::vector<Intent> many;
  for (int i = 0; i < 10000; ++i) many.push_back(intent("m" + std::to_string(i)));
  Recorder recorder(store, clock_at_now(), "many");
  ASSERT_TRUE(recorder.begin(run_header("many"), many, {}));
  forget_chain();
  add("new");
  EXPECT_EQ(found(), "");
  journal_.disk().tables["cleanup_actions"][{"many", 9999}][actions::kAt] = 7;
  EXPECT_NE(found(), "");
}

}  // namespace
}  // namespace mailcomb::testing
