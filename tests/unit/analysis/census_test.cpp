// SPDX-License-Identifier: Apache-2.0
#include "analysis/census.hpp"

#include <gtest/gtest.h>

#include "support/message_table.hpp"

namespace mailcomb::testing {
namespace {

using analysis::Findings;
using analysis::Group;
using mail::Location;

Findings census_of(const MessageTable& table) {
  analysis::Census census(kNow);
  census.add(table.batch().abi());
  return census.finish();
}

// "a 3/1/300 b 1/0/100": messages, unread, bytes; those that are empty are left out.
std::string text(const std::vector<Group>& groups) {
  std::string text;
  for (const auto& group : groups)
    if (group.messages > 0)
      text += (text.empty() ? "" : " ") + group.name + " " + std::to_string(group.messages) + "/" +
              std::to_string(group.unread) + "/" + std::to_string(group.bytes);
  return text;
}

TEST(Census, counts_the_whole_mailbox_and_its_places) {
  MessageTable table;
  table.add("m1").unread().size(10);
  table.add("m2").in(Location::kTrash).size(20);
  table.add("m3").in(Location::kArchive).size(30);
  const auto found = census_of(table);
  EXPECT_EQ(text({found.whole}), " 3/1/60");
  EXPECT_EQ(text(found.places), "inbox 1/1/10 archive 1/0/30 trash 1/0/20");
}

TEST(Census, is_else_about_what_lies_outside_trash_spam_drafts_and_sent) {
  MessageTable table;
  for (const auto name : mail::kLocationNames)
    table.add(std::string(name)).in(*mail::find_location(name)).from("a@x.example").size(1);
  const auto found = census_of(table);
  EXPECT_EQ(found.kept.messages, 3);
  EXPECT_EQ(text(found.senders), "a@x.example 3/0/3");
  EXPECT_EQ(text(found.ages), "2y-5y 3/0/3");
  EXPECT_EQ(text(found.categories), "primary 3/0/3");
}

TEST(Census, takes_senders_without_regard_to_case_and_sorts_the_largest_first) {
  MessageTable table;
  table.add("m1").from("Ann <ann@x.example>").size(1);
  table.add("m2").from("ANN@X.example").unread().size(1);
  table.add("m3").from("bob@x.example").size(1);
  table.add("m4").from("abe@x.example").from("ann@x.example").size(1);
  table.add("m5").size(1);
  const auto found = census_of(table);
  EXPECT_EQ(text(found.senders), "ann@x.example 2/1/2 abe@x.example 1/0/1 bob@x.example 1/0/1");
}

TEST(Census, groups_lists_by_what_stands_in_the_brackets) {
  MessageTable table;
  table.add("m1").header("list-id", "News <NEWS.example>").size(1);
  table.add("m2").header("list-id", "<news.example>").size(1);
  table.add("m3").header("list-id", "no brackets").size(1);
  EXPECT_EQ(text(census_of(table).lists), "<news.example> 2/0/2");
}

TEST(Census, knows_whose_mail_is_never_read) {
  MessageTable table;
  for (int i = 0; i < 5; ++i) table.add("a" + std::to_string(i)).from("a@x.example").unread();
  for (int i = 0; i < 4; ++i) table.add("b" + std::to_string(i)).from("b@x.example").unread();
  for (int i = 0; i < 5; ++i) table.add("c" + std::to_string(i)).from("c@x.example").unread();
  table.add("c5").from("c@x.example");
  const auto found = census_of(table);
  ASSERT_EQ(found.never_read().size(), 1u);
  EXPECT_EQ(found.never_read()[0].name, "a@x.example");
}

TEST(Census, knows_what_is_old_in_the_inbox) {
  MessageTable table;
  for (const int days : {10, 30, 89, 90})
    table.add("m" + std::to_string(days)).days_old(days).from("a@x.example");
  table.add("archived").days_old(90).from("a@x.example").in(Location::kArchive);
  const auto sender = census_of(table).senders.at(0);
  EXPECT_EQ(sender.inbox_30d, 3);
  EXPECT_EQ(sender.inbox_90d, 1);
  EXPECT_EQ(sender.newest_ms, days_ago_ms(10));
}

TEST(Census, marks_categories_that_are_derived) {
  MessageTable table;
  table.add("m1").header("list-unsubscribe", "<u>");
  EXPECT_FALSE(census_of(table).derives_categories);
  table.without("category");
  const auto found = census_of(table);
  EXPECT_TRUE(found.derives_categories);
  EXPECT_EQ(text(found.categories), "promotions 1/0/1000");
}

TEST(Census, says_where_nothing_is_known_of_flags) {
  MessageTable table;
  table.without("flags");
  for (int i = 0; i < 6; ++i) table.add("m" + std::to_string(i)).from("a@x.example");
  const auto found = census_of(table);
  EXPECT_FALSE(found.tells_flags);
  EXPECT_TRUE(found.never_read().empty());
  EXPECT_FALSE(found.health.terms[0].value);
}

TEST(Census, of_nothing_is_empty_and_healthy) {
  const auto found = analysis::Census(kNow).finish();
  EXPECT_EQ(found.whole.messages, 0);
  EXPECT_TRUE(found.tells_flags);
  EXPECT_EQ(found.health.score, 100);
}

}  // namespace
}  // namespace mailcomb::testing
