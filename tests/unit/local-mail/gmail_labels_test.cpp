// SPDX-License-Identifier: Apache-2.0
#include "mail/gmail_labels.hpp"

#include <gmock/gmock.h>

#include "mail/label_list.hpp"
#include "mailcomb/abi/column.h"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

GmailLabels read(const std::string& labels) {
  const std::string message = "Subject: x\nX-Gmail-Labels: " + labels + "\n\n";
  HeaderBlock headers;
  headers.parse(message);
  return read_gmail_labels(headers);
}

// Where a message with these labels lies, and its flags.
std::string place(const std::string& labels) {
  const auto read_labels = read(labels);
  return std::string(read_labels.location) + " " + std::to_string(read_labels.flags);
}

std::string category(const std::string& labels) { return std::string(read(labels).category); }

TEST(LabelList, splits_at_commas) {
  EXPECT_THAT(split_labels("Inbox,Category Promotions, Unread "),
              ElementsAre("Inbox", "Category Promotions", "Unread"));
  EXPECT_THAT(split_labels(" ,,a,"), ElementsAre("a"));
  EXPECT_THAT(split_labels(""), IsEmpty());
}

TEST(LabelList, heeds_quotes) {
  EXPECT_THAT(split_labels("a,\"b, c\",d"), ElementsAre("a", "b, c", "d"));
  EXPECT_THAT(split_labels("\"say \"\"hi\"\"\",\"back\\\"slash\""),
              ElementsAre("say \"hi\"", "back\"slash"));
  EXPECT_THAT(split_labels("\"never closed,b"), ElementsAre("\"never closed", "b"));
  EXPECT_THAT(split_labels("5\" disks,b"), ElementsAre("5\" disks", "b"));
}

TEST(GmailLabels, say_where_a_message_lies) {
  EXPECT_EQ(place("Inbox"), "inbox 0");
  EXPECT_EQ(place("Sent"), "sent 0");
  EXPECT_EQ(place("Trash"), "trash 0");
  EXPECT_EQ(place("Bin"), "trash 0");
  EXPECT_EQ(place("Spam"), "spam 0");
  EXPECT_EQ(place("Archived"), "archive 0");
  EXPECT_EQ(place("Drafts"), "drafts " + std::to_string(MAILCOMB_FLAG_DRAFT));
  EXPECT_EQ(place("Draft"), "drafts " + std::to_string(MAILCOMB_FLAG_DRAFT));
}

TEST(GmailLabels, leave_what_is_in_no_place_in_the_archive) {
  EXPECT_EQ(place("Opened"), "archive 0");
  EXPECT_EQ(place("Work"), "archive 0");
  EXPECT_EQ(place(""), "archive 0");
}

TEST(GmailLabels, prefer_the_place_that_keeps_a_message_from_rules) {
  EXPECT_EQ(place("Inbox,Sent"), "sent 0");
  EXPECT_EQ(place("Archived,Inbox"), "inbox 0");
  EXPECT_EQ(place("Sent,Inbox,Trash"), "trash 0");
}

TEST(GmailLabels, become_flags) {
  EXPECT_EQ(place("Inbox,Unread,Starred,Important"),
            "inbox " + std::to_string(MAILCOMB_FLAG_UNREAD | MAILCOMB_FLAG_STARRED |
                                      MAILCOMB_FLAG_IMPORTANT));
}

TEST(GmailLabels, become_categories_however_they_are_spelled) {
  EXPECT_EQ(category("Inbox,Category Promotions"), "promotions");
  EXPECT_EQ(category("Category promotions"), "promotions");
  EXPECT_EQ(category("CATEGORY_SOCIAL"), "social");
  EXPECT_EQ(category("category-updates"), "updates");
  EXPECT_EQ(category("Category Forums"), "forums");
  EXPECT_EQ(category("Category Personal"), "primary");
  EXPECT_EQ(category("Inbox"), "primary");
}

TEST(GmailLabels, are_the_users_own_unless_they_are_known) {
  EXPECT_THAT(read("inbox,Work,\"Bills, paid\",UNREAD").own, ElementsAre("Work", "Bills, paid"));
  EXPECT_THAT(read("Posteingang,Kategorie \"Werbung\"").own,
              ElementsAre("Posteingang", "Kategorie \"Werbung\""));
  EXPECT_THAT(read("Category Reservations").own, ElementsAre("Category Reservations"));
}

TEST(GmailLabels, are_decoded_and_unfolded) {
  EXPECT_THAT(read("=?UTF-8?Q?Inbox,B=C3=BCro,\"a,_b\"?=").own, ElementsAre("Büro", "a, b"));
  EXPECT_THAT(read("=?UTF-8?Q?Inbox,B=C3=BC?=\r\n =?UTF-8?Q?ro,Home?=").own,
              ElementsAre("Büro", "Home"));
  EXPECT_THAT(read("Inbox,\n Work").own, ElementsAre("Work"));
}

TEST(GmailLabels, are_unknown_without_the_header) {
  HeaderBlock headers;
  headers.parse("Subject: x\n\n");
  const auto labels = read_gmail_labels(headers);
  EXPECT_FALSE(labels.is_known);
  EXPECT_EQ(labels.location, "other");
  EXPECT_FALSE(is_from_gmail(headers));
  headers.parse("X-GM-THRID: 1\n\n");
  EXPECT_TRUE(is_from_gmail(headers));
}

}  // namespace
}  // namespace mailcomb::local_mail
