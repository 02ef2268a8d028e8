// SPDX-License-Identifier: Apache-2.0
#include "journal/payload.hpp"

#include <gtest/gtest.h>

#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

// An odd text for every field that comes from outside.
const std::string kOdd = "a\n\"ü\\{}$";

TEST(Payload, of_a_header) {
  for (const auto kind : {RunKind::kPlan, RunKind::kApply, RunKind::kUndo}) {
    auto header = run_header(kOdd, kind);
    header.undoes = "run0";
    const auto read = read_header(header_payload(header)).value();
    EXPECT_EQ(header_payload(read), header_payload(header));
    EXPECT_EQ(read.run_id, kOdd);
    EXPECT_EQ(read.kind, kind);
    EXPECT_EQ(read.started_at, header.started_at);
    EXPECT_EQ(read.now, header.now);
    EXPECT_EQ(read.mailbox, header.mailbox);
    EXPECT_EQ(read.undoes, "run0");
    EXPECT_EQ(read.version, "0.1.0");
  }
}

TEST(Payload, of_an_intent) {
  auto intent = testing::intent(kOdd, "label:a:b", 7);
  intent.actions.push_back({*mail::parse_action("archive"), kOdd, kOdd});
  intent.prior.labels = {"A", kOdd};
  intent.restore = sdk::Value::bytes(std::string("\0\xFF", 2));
  const auto read = read_intent(intent_payload(intent)).value();
  EXPECT_EQ(intent_payload(read), intent_payload(intent));
  EXPECT_EQ(actions_of(read), actions_of(intent));
  EXPECT_EQ(read.actions[1].rule, kOdd);
  EXPECT_EQ(read.actions[1].reason, kOdd);
  EXPECT_EQ(read.batch, 7);
  EXPECT_EQ(read.prior, intent.prior);
  EXPECT_EQ(read.expected, intent.expected);
  EXPECT_EQ(read.restore, intent.restore);
}

TEST(Payload, of_what_a_plan_foresees) {
  const std::vector<Foreseen> foreseen = {{kOdd, {*mail::parse_action("label:a:b")}}, {"m2", {}}};
  const auto read = read_foreseen(foreseen_payload(foreseen)).value();
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].message_id, kOdd);
  EXPECT_EQ(read[0].actions, foreseen[0].actions);
  EXPECT_EQ(read[1].message_id, "m2");
  EXPECT_FALSE(read_foreseen("[[\"m1\", \"explode\"]]"));
  EXPECT_FALSE(read_foreseen("[[]]"));
  EXPECT_FALSE(read_foreseen("nonsense"));
}

TEST(Payload, of_a_result) {
  for (const auto outcome : {Outcome::kDone, Outcome::kGone, Outcome::kTouched, Outcome::kFailed}) {
    const auto read = read_result(result_payload({kOdd, outcome, kOdd})).value();
    EXPECT_EQ(read.message_id, kOdd);
    EXPECT_EQ(read.outcome, outcome);
    EXPECT_EQ(read.detail, kOdd);
  }
}

TEST(Payload, of_an_ending) {
  for (const auto status : {RunStatus::kPlanned, RunStatus::kStopped, RunStatus::kUnfinished,
                            RunStatus::kInterrupted, RunStatus::kCompleted, RunStatus::kPartial}) {
    const auto read = read_ending(ending_payload({status, {15, 1, 2, 4, 8}})).value();
    EXPECT_EQ(read.status, status);
    EXPECT_EQ(ending_payload(read), ending_payload({status, {15, 1, 2, 4, 8}}));
  }
}

TEST(Payload, of_creations_and_undos) {
  const auto creations = sdk::Value::map({{"labels", sdk::Value::list({"A"})}});
  EXPECT_EQ(read_creations(creations_payload(creations)), creations);
  EXPECT_EQ(read_creations(creations_payload({})), sdk::Value());
  EXPECT_EQ(read_undone(undone_payload(kOdd)), kOdd);
}

// Cut at every byte, and of every other kind: nothing is half read, nothing crashes.
TEST(Payload, that_is_damaged_is_none) {
  const auto header = header_payload(run_header());
  const auto intent = intent_payload(testing::intent("m1"));
  const auto result = result_payload({"m1", Outcome::kDone, ""});
  const auto ending = ending_payload({});
  for (const auto& payload : {header, intent, result, ending, undone_payload("x")})
    for (std::size_t size = 0; size < payload.size(); ++size) {
      const auto cut = payload.substr(0, size);
      EXPECT_FALSE(read_header(cut) || read_intent(cut) || read_result(cut) || read_ending(cut) ||
                   read_undone(cut))
          << cut;
    }
  EXPECT_FALSE(read_header(intent) || read_header(result) || read_header(ending));
  EXPECT_FALSE(read_intent(header) || read_intent(result) || read_intent(ending));
  EXPECT_FALSE(read_result(header) || read_result(intent) || read_result(ending));
  EXPECT_FALSE(read_ending(header) || read_ending(intent) || read_ending(result));
  for (const char* other : {"null", "[]", "1", "\"\"", "{}"})
    EXPECT_FALSE(read_header(other) || read_intent(other) || read_result(other) ||
                 read_ending(other) || read_undone(other))
        << other;
}

TEST(Payload, with_an_unknown_word_is_none) {
  const auto changed = [](std::string payload, std::string_view from, std::string_view to) {
    return payload.replace(payload.find(from), from.size(), to);
  };
  EXPECT_FALSE(read_header(changed(header_payload(run_header()), "apply", "other")));
  EXPECT_FALSE(read_intent(changed(intent_payload(testing::intent("m1")), "trash", "purge")));
  EXPECT_FALSE(read_result(changed(result_payload({"m", Outcome::kDone, ""}), "done", "fine")));
  EXPECT_FALSE(read_ending(changed(ending_payload({}), "completed", "complete")));
}

}  // namespace
}  // namespace mailcomb::testing
