// SPDX-License-Identifier: Apache-2.0
// retain: what groups messages, what has no group, and what every message is told.
#include "comparing_fixture.hpp"

namespace mailcomb::rules_builtin {
namespace {

using testing::TestMessage;
using Told = std::map<std::string, std::string>;

class RetainTest : public ComparingTest {
 protected:
  Told retain(const Value& with, const char* action = "trash") const {
    std::vector<pipeline::ReadyRule> rules;
    rules.push_back(ready_rule("retain", with, testing::rule("r", {action})));
    return told(plan(std::move(rules)));
  }
  static Value last(const char* per, int count) {
    return Value::map({{"per", per}, {"last", count}});
  }
  TestMessage& from(const std::string& id, int days_old, const char* sender = "digest@x.example") {
    return table_.add(id).from(sender).days_old(days_old);
  }
};

TEST_F(RetainTest, keeps_the_newest_of_each_sender) {
  from("m1", 30);
  from("m2", 10);
  from("m3", 20, "Daily <DIGEST@x.example>");
  from("m4", 90, "other@x.example");
  EXPECT_EQ(retain(last("sender", 2)),
            (Told{{"m1", "changes: not among the newest 2 from its sender"},
                  {"m2", "kept: 1st newest of 3 from its sender"},
                  {"m3", "kept: 2nd newest of 3 from its sender"},
                  {"m4", "kept: 1st newest of 1 from its sender"}}));
}

TEST_F(RetainTest, keeps_the_newest_of_each_list) {
  from("m1", 30, "a@x.example").header("list-id", "The News <news.x.example>");
  from("m2", 10, "b@x.example").header("list-id", "<NEWS.x.example>");
  from("m3", 20, "c@x.example").header("list-id", "<other.x.example>");
  from("m4", 5, "c@x.example");
  EXPECT_EQ(retain(last("list", 1)), (Told{{"m1", "changes: not among the newest 1 of its list"},
                                           {"m2", "kept: 1st newest of 2 of its list"},
                                           {"m3", "kept: 1st newest of 1 of its list"},
                                           {"m4", "kept: it has no List-Id to go by"}}));
}

TEST_F(RetainTest, keeps_the_newest_of_each_conversation) {
  from("m1", 30).thread("t");
  from("m2", 10, "b@x.example").thread("t");
  from("m3", 20).thread("u");
  EXPECT_EQ(retain(last("thread", 1)),
            (Told{{"m1", "changes: not among the newest 1 of its conversation"},
                  {"m2", "kept: 1st newest of 2 of its conversation"},
                  {"m3", "kept: 1st newest of 1 of its conversation"}}));
}

TEST_F(RetainTest, follows_references_where_there_are_no_threads) {
  table_.without("thread");
  from("m1", 30).header("message-id", "<1@x>");
  from("m2", 10).header("message-id", "<2@x>").header("references", "<1@x>");
  from("m3", 5).header("message-id", "<3@x>");
  EXPECT_EQ(retain(last("thread", 1), "archive")["m1"],
            "changes: not among the newest 1 of its conversation");
  EXPECT_EQ(retain(last("thread", 1), "archive")["m3"],
            "kept: 1st newest of 1 of its conversation");
}

TEST_F(RetainTest, keeps_the_newest_of_each_subject) {
  from("m1", 30, "a@x.example").subject("Backup done");
  from("m2", 10, "b@x.example").subject("Re: [ops] backup  done");
  from("m3", 5).subject("Re: ");
  EXPECT_EQ(retain(last("subject", 1)),
            (Told{{"m1", "changes: not among the newest 1 with its subject"},
                  {"m2", "kept: 1st newest of 2 with its subject"},
                  {"m3", "kept: it has no subject to go by"}}));
}

TEST_F(RetainTest, keeps_what_is_younger) {
  from("m1", 30);
  from("m2", 29);
  EXPECT_EQ(retain(Value::map({{"per", "sender"}, {"within", "30d"}})),
            (Told{{"m1", "changes: older than what is kept from its sender"},
                  {"m2", "kept: young enough to stay, 1st newest of 2 from its sender"}}));
}

TEST_F(RetainTest, keeps_what_either_limit_keeps) {
  from("m1", 30);
  from("m2", 6);
  from("m3", 5);
  const auto told = retain(Value::map({{"per", "sender"}, {"last", 1}, {"within", "1w"}}));
  EXPECT_EQ(
      told,
      (Told{{"m1", "changes: not among the newest 1 from its sender, and older than what is kept"},
            {"m2", "kept: young enough to stay, 2nd newest of 3 from its sender"},
            {"m3", "kept: 1st newest of 3 from its sender"}}));
}

TEST_F(RetainTest, keeps_and_counts_what_it_cannot_place) {
  from("undated", 0).unknown("received_at");
  from("ahead", -1);
  table_.add("nobody");
  from("m1", 30);
  std::vector<pipeline::ReadyRule> rules;
  rules.push_back(ready_rule("retain", last("sender", 1), testing::rule("r", {"trash"})));
  const auto made = plan(std::move(rules));
  EXPECT_EQ(made.rules[0].unknown, 3);
  EXPECT_EQ(told(made), (Told{{"ahead", "kept: its date lies ahead"},
                              {"m1", "kept: 1st newest of 1 from its sender"},
                              {"nobody", "kept: it has no sender to go by"},
                              {"undated", "kept: its date is not known"}}));
}

TEST_F(RetainTest, counts_guarded_messages) {
  from("m1", 30);
  from("m2", 10).starred();
  from("m3", 40).starred();
  EXPECT_EQ(retain(last("sender", 1)),
            (Told{{"m1", "changes: not among the newest 1 from its sender"},
                  {"m2", "kept: 1st newest of 3 from its sender"},
                  {"m3", "guarded: not among the newest 1 from its sender"}}));
}

TEST_F(RetainTest, does_not_look_into_trash_and_spam) {
  from("m1", 30);
  from("m2", 10).in(mail::Location::kTrash);
  from("m3", 20).in(mail::Location::kSpam);
  EXPECT_EQ(retain(last("sender", 1)), (Told{{"m1", "kept: 1st newest of 1 from its sender"}}));
}

TEST_F(RetainTest, gives_one_place_to_the_copies_of_a_message) {
  for (const char* id : {"m1", "m2"})
    from(id, 10).header("message-id", "<1@x>").header("date", "Sun, 1 Dec 2002");
  from("m3", 20);
  from("m4", 30);
  EXPECT_EQ(retain(last("sender", 2))["m3"], "kept: 3rd newest of 4 from its sender");
  EXPECT_EQ(retain(last("sender", 2))["m4"], "changes: not among the newest 2 from its sender");
}

TEST_F(RetainTest, must_keep_something) {
  EXPECT_EQ(to_text(make_rule("retain", Value::map({{"per", "list"}})).error()),
            "rule type 'retain': 'retain' would keep nothing\n"
            "  hint: say how many stay with 'last: 3', for how long with 'within: 30d', or both\n");
}

}  // namespace
}  // namespace mailcomb::rules_builtin
