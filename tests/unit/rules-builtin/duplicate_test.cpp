// SPDX-License-Identifier: Apache-2.0
// duplicate: what is a copy, which one stays, and that one always does.
#include "comparing_fixture.hpp"

namespace mailcomb::rules_builtin {
namespace {

using testing::TestMessage;
using testing::TestRule;
using Told = std::map<std::string, std::string>;

const std::string kGoes = "changes: one of 2 copies, and not the best";

class DuplicateTest : public ComparingTest {
 protected:
  static pipeline::ReadyRule duplicate(filter::Expression match = testing::everything()) {
    auto rule = testing::rule("copies", {"trash"}, std::move(match));
    rule.rule.whole_thread = false;
    return ready_rule("duplicate", Value::map(), std::move(rule));
  }
  Told told_alone() const {
    std::vector<pipeline::ReadyRule> rules;
    rules.push_back(duplicate());
    return told(plan(std::move(rules)));
  }
  Told told_with(TestRule other) const {
    other.rule.whole_thread = false;
    std::vector<pipeline::ReadyRule> rules;
    rules.push_back(duplicate());
    rules.push_back(pipeline::ready(std::move(other)));
    return told(plan(std::move(rules)));
  }
  TestMessage& copy(const std::string& id) {
    return table_.add(id)
        .header("message-id", "<1@x>")
        .header("date", "Mon, 2 Sep 2002 10:00:00 +0000")
        .from("ann@x.example")
        .subject("Hello")
        .days_old(90);
  }
};

TEST_F(DuplicateTest, keeps_one_of_alike_messages) {
  copy("m1");
  copy("m2");
  table_.add("m3").from("ann@x.example").subject("Other").header("message-id", "<2@x>");
  const auto told = told_alone();
  EXPECT_EQ(told.at("m3"), "kept: there is no copy of it");
  EXPECT_TRUE((told.at("m1") == kGoes) != (told.at("m2") == kGoes));
}

TEST_F(DuplicateTest, says_why_it_keeps_the_best) {
  const std::pair<std::string, void (*)(TestMessage&)> cases[] = {
      {"kept: the best of 2 copies: it is starred, important, sent or a draft",
       [](TestMessage& best) { best.starred(); }},
      {"kept: the best of 2 copies: you answered it", [](TestMessage& best) { best.replied(); }},
      {"kept: the best of 2 copies: it has a label, or lies in a folder of your own",
       [](TestMessage& best) { best.label("Work"); }},
      {"kept: the best of 2 copies: it was received first",
       [](TestMessage& best) { best.days_old(91).in(mail::Location::kArchive); }}};
  for (const auto& [why, make_better] : cases) {
    table_ = {};
    copy("m1");
    make_better(copy("best"));
    EXPECT_EQ(told_alone(), (Told{{"best", why}, {"m1", kGoes}}));
  }
}

TEST_F(DuplicateTest, prefers_the_inbox) {
  copy("m1").in(mail::Location::kArchive);
  copy("m2");
  EXPECT_EQ(told_alone().at("m2"),
            "kept: the best of 2 copies: the inbox comes first, then folders of your own, then the "
            "archive");
}

// Message-IDs are forged, and some programs use one again and again.
TEST_F(DuplicateTest, does_not_believe_a_message_id_alone) {
  copy("m1");
  table_.add("sender")
      .header("message-id", "<1@x>")
      .header("date", "Mon, 2 Sep 2002 10:00:00 +0000")
      .from("eve@x.example")
      .subject("Hello");
  copy("subject").subject("Something else");
  copy("size").size(1000 + 4097);
  table_.add("date")
      .header("message-id", "<1@x>")
      .header("date", "Tue, 3 Sep 2002 10:00:00 +0000")
      .from("ann@x.example")
      .subject("Hello");
  for (const auto& [id, why] : told_alone()) EXPECT_EQ(why, "kept: there is no copy of it") << id;
}

TEST_F(DuplicateTest, sees_through_what_lists_write_before_a_subject) {
  copy("m1").days_old(91);
  copy("m2").subject("[list] Hello").size(1700);
  EXPECT_EQ(told_alone().at("m2"), kGoes);
}

TEST_F(DuplicateTest, goes_by_other_facts_without_a_message_id) {
  for (const char* id : {"m1", "m2"})
    table_.add(id).from("ann@x.example").subject("Hello").days_old(90);
  table_.add("m3").from("ann@x.example").subject("Hello").days_old(90).size(1001);
  table_.add("m4").from("ann@x.example").subject("[list] Hello").days_old(90);
  const auto told = told_alone();
  EXPECT_TRUE((told.at("m1") == kGoes) != (told.at("m2") == kGoes));
  EXPECT_EQ(told.at("m3"), "kept: there is no copy of it");
  EXPECT_EQ(told.at("m4"), "kept: there is no copy of it");
}

TEST_F(DuplicateTest, keeps_what_it_knows_too_little_of) {
  for (const char* id : {"m1", "m2"}) table_.add(id).subject("Hello");
  for (const char* id : {"m3", "m4"}) copy(id).unknown("header:message-id");
  for (const auto& [id, why] : told_alone())
    EXPECT_EQ(why, "kept: too little is known of it to tell its copies") << id;
}

TEST_F(DuplicateTest, does_not_count_copies_in_the_trash) {
  copy("m1").in(mail::Location::kTrash).starred();
  copy("m2").in(mail::Location::kSpam);
  copy("m3");
  EXPECT_EQ(told_alone(), (Told{{"m3", "kept: there is no copy of it"}}));
  std::vector<pipeline::ReadyRule> rules;
  rules.push_back(duplicate(testing::anywhere()));
  const auto everywhere = told(plan(std::move(rules)));
  EXPECT_EQ(everywhere.at("m3"), "kept: there is no copy of it");
  EXPECT_EQ(everywhere.at("m1"), "kept: it lies in the trash or spam, where no copy counts");
}

TEST_F(DuplicateTest, leaves_the_next_best_if_another_rule_takes_the_best) {
  copy("m1").days_old(91).in(mail::Location::kOther);
  copy("m2").days_old(90);
  copy("m3").days_old(89);
  const auto told = told_with(testing::rule("old", {"trash"}, testing::older_than(91)));
  EXPECT_EQ(told.at("m2"), "guarded: one of 3 copies, and not the best");
  EXPECT_EQ(told.at("m3"), "changes: one of 3 copies, and not the best");
}

TEST_F(DuplicateTest, does_not_mind_that_another_rule_archives_the_best) {
  copy("m1").days_old(91);
  copy("m2").days_old(90);
  const auto told = told_with(testing::rule("old", {"archive"}, testing::older_than(91)));
  EXPECT_EQ(told.at("m2"), kGoes);
}

// Retention takes what it takes; copies are not what saves or loses a message.
TEST_F(DuplicateTest, and_retain_leave_the_newest_messages_once_each) {
  for (int day = 1; day <= 4; ++day)
    for (const char* name : {"a", "b"})
      table_.add(std::to_string(day) + name)
          .header("message-id", "<" + std::to_string(day) + "@x>")
          .header("date", std::to_string(day))
          .from("ann@x.example")
          .days_old(day);
  auto newest = testing::rule("newest", {"trash"});
  newest.rule.whole_thread = false;
  std::vector<pipeline::ReadyRule> rules;
  rules.push_back(duplicate());
  rules.push_back(
      ready_rule("retain", Value::map({{"per", "sender"}, {"last", 2}}), std::move(newest)));
  const auto made = plan(std::move(rules));
  std::map<char, int> left = {{'1', 2}, {'2', 2}, {'3', 2}, {'4', 2}};
  for (const auto& change : made.changes) --left[change.id[0]];
  EXPECT_EQ(left, (std::map<char, int>{{'1', 1}, {'2', 1}, {'3', 0}, {'4', 0}}));
}

}  // namespace
}  // namespace mailcomb::rules_builtin
