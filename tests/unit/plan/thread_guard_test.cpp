// SPDX-License-Identifier: Apache-2.0
// One message that must stay keeps its whole conversation out of the trash.
#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

const auto kStale = Expression::all({older_than(180), subject_has("offer")});

class ThreadGuard : public ::testing::Test {
 protected:
  ThreadGuard() { table_.add("old").thread("t").days_old(400).subject("offer"); }
  TestMessage& other() { return table_.add("other").thread("t").days_old(400); }
  plan::Plan plan(TestRule trash = rule("stale", {"trash"}, kStale)) const {
    return plan_of({trash}, table_);
  }
  void expect_kept() const {
    EXPECT_EQ(changes_text(plan()), "");
    EXPECT_EQ(guards_text(plan()), "thread 1, ");
    auto by_message = rule("stale", {"trash"}, kStale);
    by_message.rule.whole_thread = false;  // `scope: message`
    EXPECT_EQ(changes_text(plan(by_message)), "old: trash; ");
  }
  MessageTable table_;
};

TEST_F(ThreadGuard, lets_go_a_conversation_of_old_messages) {
  other();
  EXPECT_EQ(changes_text(plan()), "old: trash; ");
}

TEST_F(ThreadGuard, heeds_a_younger_message) {
  other().days_old(179);
  expect_kept();
}

TEST_F(ThreadGuard, judges_age_as_the_rule_does) {
  other().days_old(180);
  EXPECT_EQ(changes_text(plan()), "old: trash; ");
}

TEST_F(ThreadGuard, heeds_no_age_that_the_rule_does_not_have) {
  other().days_old(0);
  EXPECT_EQ(changes_text(plan(rule("any", {"trash"}, subject_has("offer")))), "old: trash; ");
}

TEST_F(ThreadGuard, heeds_a_starred_message) {
  other().starred();
  expect_kept();
}

TEST_F(ThreadGuard, heeds_a_message_that_was_replied_to) {
  other().replied();
  expect_kept();
}

TEST_F(ThreadGuard, heeds_a_sent_message) {
  other().in(mail::Location::kSent);
  expect_kept();
}

TEST_F(ThreadGuard, heeds_a_labelled_message) {
  other().label("Work");
  expect_kept();
}

TEST_F(ThreadGuard, heeds_a_message_of_unknown_date) {
  other().unknown("received_at");
  expect_kept();
}

TEST_F(ThreadGuard, heeds_a_message_that_comes_before_it) {
  MessageTable table;
  table.add("star").thread("t").starred();
  table.add("old").thread("t").days_old(400).subject("offer");
  EXPECT_EQ(changes_text(plan_of({rule("stale", {"trash"}, kStale)}, table)), "");
}

TEST_F(ThreadGuard, heeds_a_message_of_another_batch) {
  MessageTable later;
  later.add("star").thread("t").starred();
  std::vector<plugin::Batch> batches;
  batches.push_back(table_.batch());
  batches.push_back(later.batch(1));
  EXPECT_EQ(changes_text(plan_of({rule("stale", {"trash"}, kStale)}, batches)), "");
}

TEST_F(ThreadGuard, follows_references_where_there_is_no_thread) {
  table_.without("thread").messages()[0].header("message-id", "<1@x>");
  table_.add("reply").header("references", "<1@x>").starred();
  expect_kept();
}

TEST_F(ThreadGuard, heeds_nothing_of_other_conversations) {
  table_.add("other").thread("u").starred();
  EXPECT_EQ(changes_text(plan()), "old: trash; ");
}

TEST_F(ThreadGuard, is_for_trash_only) {
  other().starred();
  EXPECT_EQ(changes_text(plan(rule("r", {"archive"}, kStale))), "old: archive; ");
}

// Its own guard says more than "another message of the conversation".
TEST_F(ThreadGuard, does_not_speak_for_a_message_that_is_guarded_itself) {
  table_.messages()[0].starred();
  EXPECT_EQ(guards_text(plan()), "starred 1, ");
}

}  // namespace
}  // namespace mailcomb::testing
