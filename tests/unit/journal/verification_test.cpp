// SPDX-License-Identifier: Apache-2.0
#include "journal/verification.hpp"

#include <gtest/gtest.h>

#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

// Finds what is wrong with the journal of two runs: run1 of three messages, and run2 under way.
class VerificationTest : public ::testing::Test {
 protected:
  VerificationTest() {
    auto store = journal_.open();
    Recorder first(store, clock_at_now(), "run1");
    const std::vector<Intent> intents = {intent("m1"), intent("m2"), intent("m3")};
    EXPECT_TRUE(first.begin(run_header("run1"), intents, {}));
    EXPECT_TRUE(first.start_batch(0));
    const std::vector<MessageResult> results = {{"m1", Outcome::kDone, ""}};
    EXPECT_TRUE(first.add_results(results, 0));
    EXPECT_TRUE(first.end({RunStatus::kPartial, {3, 1, 0, 0, 2}}));
    Recorder second(store, clock_at_now(), "run2");
    EXPECT_TRUE(second.begin(run_header("run2"), intents, {}));
  }
  std::string found(const std::string& run = {}) {
    auto store = journal_.open();
    std::string text;
    const auto verified = verify_journal(store, run).value();
    for (const auto& damage : verified.damages) text += damage.run_id + ": " + damage.what + "; ";
    return text;
  }
  MemoryRows& table(const char* name) { return journal_.disk().tables[name]; }
  MemoryRows& events() { return table("cleanup_actions"); }
  // Every table whose rows are in the chain.
  static constexpr std::array kChained = {"cleanup_runs", "cleanup_actions", "cleanup_ledger",
                                          "cleanup_heads"};
  MemoryJournal journal_;
};

sdk::Value other(const sdk::Value& value) {
  if (value.is(sdk::Value::Kind::kI64)) return value.integer() + 1;
  return sdk::Value::bytes(value.text() + "x");
}

TEST_F(VerificationTest, finds_nothing_where_nothing_is) {
  EXPECT_EQ(found(), "");
  EXPECT_EQ(found("run1"), "");
  auto store = journal_.open();
  const auto verified = verify_journal(store).value();
  EXPECT_EQ(verified.runs, 2);
  EXPECT_EQ(verified.events, 7 + 4);
  EXPECT_EQ(verified.entries, 3);
  EXPECT_EQ(verified.link.size(), 64u);
}

TEST_F(VerificationTest, finds_every_changed_cell) {
  const auto intact = journal_.disk().tables;
  for (const auto* name : kChained)
    for (const auto& [key, cells] : intact.at(name))
      for (std::size_t i = key.size(); i < cells.size(); ++i) {
        journal_.disk().tables = intact;
        table(name)[key][i] = other(cells[i]);
        EXPECT_NE(found(), "") << name << " column " << i;
      }
}

TEST_F(VerificationTest, finds_every_missing_row) {
  const auto intact = journal_.disk().tables;
  for (const auto* name : kChained)
    for (const auto& [key, cells] : intact.at(name)) {
      journal_.disk().tables = intact;
      table(name).erase(key);
      EXPECT_NE(found(), "") << name;
    }
}

TEST_F(VerificationTest, names_events) {
  const auto intact = journal_.disk().tables;
  events()[{"run1", 2}][actions::kPayload] = sdk::Value::bytes("{}");
  EXPECT_EQ(found(), "run1: event 2 was changed; ");
  EXPECT_EQ(found("run2"), "");
  journal_.disk().tables = intact;
  events().erase({"run1", 1});
  events().erase({"run1", 2});
  EXPECT_EQ(found(), "run1: events 1 to 2 are missing; ");
  journal_.disk().tables = intact;
  events().erase({"run2", 3});
  EXPECT_EQ(found(), "run2: event 3 is missing at the end; ");
  journal_.disk().tables = intact;
  std::swap(events()[{"run1", 0}][actions::kPayload], events()[{"run1", 1}][actions::kPayload]);
  EXPECT_EQ(found(), "run1: event 0 was changed; run1: event 1 was changed; ");
  journal_.disk().tables = intact;
  events()[{"run2", 4}] = events()[{"run1", 4}];
  events()[{"run2", 4}][actions::kRun] = "run2";
  events()[{"run2", 4}][actions::kSequence] = 4;
  EXPECT_EQ(found(), "run2: event 4 stands behind the end: it was added; ");
}

TEST_F(VerificationTest, names_runs) {
  const auto intact = journal_.disk().tables;
  table("cleanup_runs").erase({"run1"});
  EXPECT_EQ(found(), "run1: its row in cleanup_runs is missing; ");
  journal_.disk().tables = intact;
  table("cleanup_runs")[{"run3"}] = intact.at("cleanup_runs").at({"run1"});
  table("cleanup_runs")[{"run3"}][runs::kRun] = "run3";
  EXPECT_EQ(found(),
            "run3: the ledger does not know it: an older mailcomb or somebody else wrote it; ");
  journal_.disk().tables = intact;
  table("cleanup_runs")[{"run1"}][runs::kPolicy] = sdk::Value::bytes("other");
  EXPECT_EQ(found(), "run1: its row in cleanup_runs was changed; ");
}

TEST_F(VerificationTest, names_the_ledger) {
  const auto intact = journal_.disk().tables;
  table("cleanup_ledger")[{1}][ledger::kAt] = 7;
  EXPECT_EQ(found(), ": entry 1 of the ledger was changed; ");
  journal_.disk().tables = intact;
  table("cleanup_ledger").erase({2});
  EXPECT_EQ(found(),
            ": entry 2 is missing at the end of the ledger; "
            "run2: the ledger does not know it: an older mailcomb or somebody else wrote it; ");
  journal_.disk().tables = intact;
  table("cleanup_heads")[{""}][heads::kSequence] = 1;
  EXPECT_EQ(found(), ": entry 2 of the ledger stands behind its end: it was added; ");
}

TEST_F(VerificationTest, says_when_the_store_cannot_be_read) {
  auto store = journal_.open();
  for (int call = 1; call <= 4; ++call) {
    journal_.disk().failing_call = journal_.disk().calls + call;
    EXPECT_FALSE(verify_journal(store));
  }
}

}  // namespace
}  // namespace mailcomb::testing
