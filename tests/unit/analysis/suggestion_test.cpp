// SPDX-License-Identifier: Apache-2.0
#include "analysis/suggestion.hpp"

#include <gtest/gtest.h>

#include "support/message_table.hpp"

namespace mailcomb::testing {
namespace {

using analysis::SuggestedRule;

class Suggestions : public ::testing::Test {
 protected:
  void add(int count, int unread, const std::function<void(TestMessage&)>& describe) {
    for (int i = 0; i < count; ++i) {
      auto& message = table_.add("m" + std::to_string(next_++)).days_old(100);
      if (i < unread) message.unread();
      describe(message);
    }
  }
  std::vector<SuggestedRule> rules(const analysis::IsProtected& is_protected = nobody) const {
    analysis::Census census(kNow);
    census.add(table_.batch().abi());
    return analysis::suggest_rules(census.finish(), is_protected);
  }
  // "archive-never-read from: a@x.example b@x.example; "
  std::string text(const analysis::IsProtected& is_protected = nobody) const {
    std::string text;
    for (const auto& rule : rules(is_protected)) {
      text += rule.name + " " + rule.key + ":";
      for (const auto& value : rule.values) text += " " + value.text;
      text += "; ";
    }
    return text;
  }
  static bool nobody(std::string_view) { return false; }

  MessageTable table_;
  int next_ = 0;
};

TEST_F(Suggestions, archive_what_is_never_read) {
  add(5, 5, [](auto& each) { each.from("a@x.example"); });
  add(4, 4, [](auto& each) { each.from("b@x.example"); });
  add(6, 5, [](auto& each) { each.from("c@x.example"); });
  EXPECT_EQ(text(), "archive-never-read from: a@x.example; ");
  const auto rule = rules()[0];
  EXPECT_EQ(rule.action, "archive");
  EXPECT_EQ(rule.age_days, 30);
  EXPECT_EQ(rule.values[0].numbers, "5 messages, none read");
  EXPECT_EQ(rule.why,
            "1 sender of whom no message was ever read: 5 messages, 5 of them in the inbox for 30 "
            "days or longer.");
}

TEST_F(Suggestions, leave_out_who_is_protected) {
  add(5, 5, [](auto& each) { each.from("a@x.example"); });
  add(5, 5, [](auto& each) { each.from("bank@bank.example"); });
  EXPECT_EQ(text([](std::string_view address) { return address == "bank@bank.example"; }),
            "archive-never-read from: a@x.example; ");
}

TEST_F(Suggestions, leave_out_what_no_filter_would_take) {
  add(5, 5, [](auto& each) { each.from("a b@x.example"); });
  add(5, 5, [](auto& each) { each.from("undisclosed"); });
  EXPECT_EQ(text(), "");
}

TEST_F(Suggestions, leave_out_who_has_nothing_old_in_the_inbox) {
  add(5, 5, [](auto& each) { each.from("a@x.example").in(mail::Location::kArchive); });
  add(5, 5, [](auto& each) { each.from("b@x.example").days_old(29); });
  EXPECT_EQ(text(), "");
}

TEST_F(Suggestions, archive_lists_that_are_hardly_read) {
  add(10, 8, [](auto& each) { each.header("list-id", "<a.example>"); });
  add(9, 9, [](auto& each) { each.header("list-id", "<short.example>"); });
  EXPECT_EQ(text(), "archive-unread-lists list_id: <a.example>; ");
}

TEST_F(Suggestions, mark_lists_that_are_half_read) {
  add(10, 5, [](auto& each) { each.header("list-id", "<half.example>"); });
  add(10, 4, [](auto& each) { each.header("list-id", "<read.example>"); });
  EXPECT_EQ(text(), "mark-old-lists-read list_id: <half.example>; ");
  EXPECT_EQ(rules()[0].action, "mark_read");
}

TEST_F(Suggestions, archive_old_categories) {
  add(10, 0, [](auto& each) { each.category("promotions"); });
  add(9, 0, [](auto& each) { each.category("social"); });
  EXPECT_EQ(text(), "archive-old-promotions category: promotions; ");
  add(1, 0, [](auto& each) { each.category("social").days_old(30); });
  EXPECT_EQ(text(),
            "archive-old-promotions category: promotions; archive-old-social category: social; ");
}

TEST_F(Suggestions, never_trash_and_are_not_too_long) {
  for (int sender = 0; sender < 40; ++sender)
    add(5, 5, [&](auto& each) { each.from("s" + std::to_string(sender) + "@x.example"); });
  ASSERT_EQ(rules().size(), 1u);
  EXPECT_EQ(rules()[0].values.size(), 25u);
  EXPECT_NE(rules()[0].action, "trash");
}

TEST_F(Suggestions, rest_on_read_state_only_where_it_is_known) {
  add(10, 10, [](auto& each) { each.from("a@x.example").category("promotions"); });
  table_.without("flags");
  EXPECT_EQ(text(), "archive-old-promotions category: promotions; ");
}

}  // namespace
}  // namespace mailcomb::testing
