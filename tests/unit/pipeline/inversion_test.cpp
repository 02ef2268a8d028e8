// SPDX-License-Identifier: Apache-2.0
#include "pipeline/inversion.hpp"

#include "execution_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

class InversionTest : public ExecutionTest {
 protected:
  Inversion invert_run() {
    auto mailbox = recorded_.open();
    return invert(mailbox, journal_.load()).value();
  }
};

TEST_F(InversionTest, leads_back_to_where_everything_was) {
  run();
  const auto inversion = invert_run();
  ASSERT_EQ(inversion.intents.size(), static_cast<std::size_t>(kMessages));
  EXPECT_EQ(mail::to_text(inversion.intents[0].actions[0].action), "restore");
  EXPECT_EQ(inversion.intents[0].actions[0].reason, "undoes run run1");
  EXPECT_TRUE(inversion.intents[0].is_undo);
  EXPECT_EQ(inversion.intents[0].expected.location, mail::Location::kInbox);
}

TEST_F(InversionTest, takes_back_only_what_was_done) {
  recorded_.behave({{"fail_apply_at", 3}});
  run();
  const auto inversion = invert_run();
  EXPECT_EQ(inversion.intents.size(), 3u);
  EXPECT_EQ(inversion.nothing_to_undo, 3);
  EXPECT_TRUE(inversion.skipped.empty());
}

TEST_F(InversionTest, leaves_alone_what_somebody_touched) {
  run();
  recorded_.edit([](Json& file) {
    file["messages"][1]["labels"] = {"Kept"};
    file["messages"].erase(0);
  });
  const auto inversion = invert_run();
  EXPECT_EQ(inversion.intents.size(), 4u);
  ASSERT_EQ(inversion.skipped.size(), 2u);
  EXPECT_EQ(inversion.skipped[0].outcome, Outcome::kGone);
  EXPECT_EQ(inversion.skipped[1].outcome, Outcome::kTouched);
  EXPECT_EQ(inversion.skipped[1].detail,
            "somebody changed it since the run: it is in Trash, unread, labelled Kept, and the run "
            "left it in trash, unread");
}

TEST_F(InversionTest, knows_that_it_was_done_before) {
  run();
  recorded_.write({{"messages", unread_messages(kMessages)}});
  EXPECT_EQ(invert_run().nothing_to_undo, kMessages);
  EXPECT_TRUE(invert_run().intents.empty());
}

}  // namespace
}  // namespace mailcomb::pipeline
