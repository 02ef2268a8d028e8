// SPDX-License-Identifier: Apache-2.0
// What became of a message: only what is observed counts.
#include <gtest/gtest.h>

#include "pipeline/executor.hpp"
#include "support/memory_journal.hpp"

namespace mailcomb::pipeline {
namespace {

using journal::Outcome;
using plugin::OutcomeKind;
using testing::intent;

const mail::State kUnread{MAILCOMB_FLAG_UNREAD, mail::Location::kInbox, "INBOX", {}};
const mail::State kTrashed{MAILCOMB_FLAG_UNREAD, mail::Location::kTrash, "Bin", {}};
const mail::State kTouched{MAILCOMB_FLAG_UNREAD, mail::Location::kOther, "Club", {}};

Observations seen(const mail::State& state) { return {{{"m1", {state, {}}}}, {}}; }

std::string judged(const Observations& observations, OutcomeKind kind,
                   journal::Intent intent = testing::intent("m1")) {
  const auto result = judge(intent, observations, {kind, "the disk is full"});
  return result ? std::string(to_text(result->outcome)) + ": " + result->detail : "open";
}

TEST(Judge, calls_done_what_is_as_expected) {
  for (const auto kind : {OutcomeKind::kUntried, OutcomeKind::kDone, OutcomeKind::kFailed})
    EXPECT_EQ(judged(seen(kTrashed), kind), "done: ");
}

TEST(Judge, calls_done_what_satisfies_the_actions) {
  auto read = kTrashed;
  read.flags = 0;  // Somebody read it too.
  EXPECT_EQ(judged(seen(read), OutcomeKind::kDone), "done: ");
}

TEST(Judge, leaves_open_what_nobody_tried) {
  EXPECT_EQ(judged(seen(kUnread), OutcomeKind::kUntried), "open");
}

TEST(Judge, says_why_nothing_happened) {
  EXPECT_EQ(judged(seen(kUnread), OutcomeKind::kFailed), "failed: the disk is full");
  EXPECT_EQ(judged(seen(kUnread), OutcomeKind::kDone),
            "failed: the provider reported success, but the message did not change");
}

TEST(Judge, names_what_somebody_else_did) {
  EXPECT_EQ(judged(seen(kTouched), OutcomeKind::kFailed),
            "touched: another program changed it meanwhile: it is in Club, unread, and was in "
            "INBOX, unread");
}

TEST(Judge, tells_gone_from_unreadable) {
  EXPECT_EQ(judged({}, OutcomeKind::kDone), "gone: no longer in the mailbox");
  EXPECT_EQ(judged({{}, {{"cur/m1:2,S", "permission denied"}}}, OutcomeKind::kDone),
            "failed: cur/m1:2,S: permission denied");
}

// An undo is done only when everything is as it was.
TEST(Judge, takes_no_less_than_the_prior_state_for_undone) {
  auto undo = intent("m1", "restore");
  undo.prior = kTrashed;
  undo.expected = kUnread;
  undo.is_undo = true;
  EXPECT_EQ(judged(seen(kUnread), OutcomeKind::kDone, undo), "done: ");
  EXPECT_EQ(judged(seen(kTrashed), OutcomeKind::kUntried, undo), "open");
  auto elsewhere = kUnread;
  elsewhere.folder = "Club";
  EXPECT_TRUE(judged(seen(elsewhere), OutcomeKind::kDone, undo).starts_with("touched"));
}

}  // namespace
}  // namespace mailcomb::pipeline
