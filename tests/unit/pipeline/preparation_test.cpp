// SPDX-License-Identifier: Apache-2.0
#include "pipeline/preparation.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"
#include "support/recorded_mailbox.hpp"

namespace mailcomb::pipeline {
namespace {

using namespace testing;

plan::Plan plan_all(std::vector<std::string> actions) {
  MessageTable table;
  for (const char* id : {"m1", "m2", "m3"}) table.add(id);
  return plan_of({testing::rule("r", std::move(actions))}, table);
}

const Json kMessages = Json::parse(R"([{"id": "m1"}, {"id": "m2"}, {"id": "m3"}])");

TEST(Preparation, journals_the_state_and_the_way_back) {
  const RecordedMailbox recorded(kMessages);
  auto mailbox = recorded.open();
  const auto prepared = prepare(mailbox, plan_all({"trash", "label:New"})).value();
  ASSERT_EQ(prepared.intents.size(), 3u);
  const auto& intent = prepared.intents[0];
  EXPECT_EQ(intent.message_id, "m1");
  EXPECT_EQ(intent.prior, (mail::State{0, mail::Location::kInbox, "INBOX", {}}));
  EXPECT_EQ(intent.expected, (mail::State{0, mail::Location::kTrash, "", {"New"}}));
  EXPECT_EQ(intent.restore["folder"], sdk::Value("INBOX"));
  EXPECT_EQ(intent.actions[0].rule, "r");
  EXPECT_EQ(intent.actions[0].reason, "because");
  EXPECT_EQ(prepared.creations, sdk::Value::map({{"labels", sdk::Value::list({"New"})}}));
  EXPECT_TRUE(recorded.calls("apply").empty());
}

TEST(Preparation, drops_what_drifted_since_the_plan) {
  const RecordedMailbox recorded(kMessages);
  recorded.edit([](Json& file) {
    file["messages"][0]["flags"] = {"starred"};
    file["messages"].erase(1);
  });
  auto mailbox = recorded.open();
  const auto prepared = prepare(mailbox, plan_all({"archive"})).value();
  ASSERT_EQ(prepared.intents.size(), 1u);
  EXPECT_EQ(prepared.intents[0].message_id, "m3");
  ASSERT_EQ(prepared.dropped.size(), 2u);
  EXPECT_EQ(prepared.dropped[0].outcome, journal::Outcome::kTouched);
  EXPECT_EQ(
      prepared.dropped[0].detail,
      "another program changed it since the plan was made: it is in INBOX, read, starred, and was "
      "in INBOX, read");
  EXPECT_EQ(prepared.dropped[1].outcome, journal::Outcome::kGone);
}

TEST(Preparation, puts_what_cannot_be_undone_for_ever_last) {
  MessageTable table;
  table.add("m1").subject("trash");
  table.add("m2");
  table.add("m3").subject("trash");
  table.add("m4");
  const auto plan = plan_of(
      {testing::rule("t", {"trash"}, subject_has("trash")), testing::rule("a", {"archive"})},
      table);
  Observations observations;
  for (const auto& change : plan.changes) observations.messages[change.id] = {change.prior, {}};
  const auto prepared = make_intents(plan, observations, 3);
  std::string order;
  for (const auto& intent : prepared.intents)
    order += intent.message_id + " " + std::to_string(intent.batch) + "; ";
  EXPECT_EQ(order, "m2 0; m4 0; m1 0; m3 1; ");
  EXPECT_EQ(actions_of(prepared.intents), (std::vector<std::string>{"archive", "trash"}));
}

}  // namespace
}  // namespace mailcomb::pipeline
