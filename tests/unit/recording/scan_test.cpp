// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/recorded_mailbox.hpp"

namespace mailcomb::testing {
namespace {

const Json kMessages = Json::parse(R"([
  {"id": "m1", "thread": "t1", "received_at": "2002-11-30T12:00:01Z", "size_bytes": 2048,
   "flags": ["unread", "important"], "location": "other", "folder": "Club",
   "from": ["Ann Other <ann@example.org>", "bob@example.org"], "to": "me@example.org",
   "subject": "Grüße", "labels": ["Work", "Home"], "headers": {"list-id": "<news>", "x": null},
   "category": "forums", "importance": "high", "attachments": 2},
  {"id": "m2"},
  {"id": "m3", "subject": null, "headers": null, "flags": null}])");

const std::vector<std::string> kColumns = {
    "id",       "thread",     "received_at", "size_bytes",
    "flags",    "location",   "folder",      "from",
    "to",       "cc",         "subject",     "labels",
    "category", "importance", "attachments", "header:list-id",
    "header:x"};

class RecordedScan : public ::testing::Test {
 protected:
  plugin::Batch scan(std::uint64_t rows_max = 100) {
    return std::move(*open_.open_scan(kColumns)->next(rows_max).value());
  }
  RecordedMailbox mailbox_{kMessages};
  plugin::Mailbox open_ = mailbox_.open();
};

TEST_F(RecordedScan, gives_every_column) {
  const auto batch = scan();
  const auto row = batch.row(0);
  EXPECT_EQ(row.text("id"), "m1");
  EXPECT_EQ(row.text("thread"), "t1");
  EXPECT_EQ(row.integer("received_at"), 1038657601000);
  EXPECT_EQ(row.integer("size_bytes"), 2048);
  EXPECT_EQ(row.bits("flags"), MAILCOMB_FLAG_UNREAD | MAILCOMB_FLAG_IMPORTANT);
  EXPECT_EQ(row.text("location"), "other");
  EXPECT_EQ(row.text("folder"), "Club");
  EXPECT_EQ(row.addresses("from")->address(0).name, "Ann Other");
  EXPECT_EQ(row.addresses("from")->address(0).address, "ann@example.org");
  EXPECT_EQ(row.addresses("from")->address(1).address, "bob@example.org");
  EXPECT_EQ(row.addresses("to")->address(0).address, "me@example.org");
  EXPECT_TRUE(row.addresses("cc")->empty());
  EXPECT_EQ(row.text("subject"), "Grüße");
  EXPECT_EQ(row.texts("labels")->text(1), "Home");
  EXPECT_EQ(row.text("category"), "forums");
  EXPECT_EQ(row.text("importance"), "high");
  EXPECT_EQ(row.integer("attachments"), 2);
  EXPECT_EQ(row.texts("header:list-id")->text(0), "<news>");
  EXPECT_FALSE(row.texts("header:x"));
}

TEST_F(RecordedScan, has_plain_values_for_what_is_left_out) {
  const auto batch = scan();
  const auto row = batch.row(1);
  EXPECT_EQ(row.text("thread"), "m2");
  EXPECT_FALSE(row.integer("received_at"));
  EXPECT_EQ(row.bits("flags"), 0u);
  EXPECT_EQ(row.text("location"), "inbox");
  EXPECT_EQ(row.text("folder"), "INBOX");
  EXPECT_EQ(row.integer("attachments"), 0);
  EXPECT_TRUE(row.texts("header:list-id")->empty());
}

TEST_F(RecordedScan, gives_null_as_unreadable) {
  const auto batch = scan();
  const auto row = batch.row(2);
  EXPECT_FALSE(row.text("subject"));
  EXPECT_FALSE(row.bits("flags"));
  EXPECT_FALSE(row.texts("header:list-id"));
}

TEST_F(RecordedScan, is_of_the_mailbox_as_it_was) {
  auto scan = open_.open_scan({"id"}).value();
  ASSERT_EQ(scan.next(2).value()->row_count(), 2u);
  mailbox_.edit([](Json& file) { file["messages"].clear(); });
  EXPECT_EQ(scan.next(2).value()->row(0).text("id"), "m3");
  EXPECT_FALSE(scan.next(2).value());
}

TEST_F(RecordedScan, names_what_it_skips) {
  mailbox_.behave({{"skips", {{{"what", "cur/1"}, {"why", "unreadable"}}}}});
  auto scan = open_.open_scan({"id"}).value();
  ASSERT_TRUE(scan.next(10).value());
  EXPECT_EQ(scan.skips(), (std::vector<plugin::Skip>{{"cur/1", "unreadable"}}));
}

TEST_F(RecordedScan, is_written_down) {
  auto scan = open_.open_scan({"id"}, sdk::Value::map({{"has_flag", "unread"}})).value();
  (void)scan.next(7);
  ASSERT_EQ(mailbox_.calls("scan_open").size(), 1u);
  EXPECT_EQ(mailbox_.calls("scan_open")[0]["columns"], Json({"id"}));
  EXPECT_EQ(mailbox_.calls("scan_open")[0]["filter"], Json({{"has_flag", "unread"}}));
  EXPECT_EQ(mailbox_.calls("scan_next")[0]["rows_max"], 7);
}

}  // namespace
}  // namespace mailcomb::testing
