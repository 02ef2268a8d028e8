// SPDX-License-Identifier: Apache-2.0
#include "plugin/mailbox.hpp"

#include "mailbox_fixture.hpp"
#include "plugin/value_bytes.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::Value;
using testing::error_text;

std::vector<std::string> ids_of(const Batch& batch) {
  std::vector<std::string> ids;
  for (std::uint32_t row = 0; row < batch.row_count(); ++row)
    ids.emplace_back(batch.row(row).text("id").value_or("?"));
  return ids;
}

TEST_F(MailboxTest, is_described) {
  const Mailbox mailbox = open().value();
  const MailboxDescription& description = mailbox.description();
  EXPECT_EQ(description.account, "fake");
  EXPECT_EQ(description.changes_per_batch, 2);
  EXPECT_EQ(description.cost_unit, "files");
  EXPECT_EQ(description.notes.at("trash"), "for good");
  EXPECT_TRUE(description.has_column("subject"));
  EXPECT_TRUE(description.has_column("header:list-id"));
  EXPECT_FALSE(description.has_column("header:"));
  EXPECT_FALSE(description.has_column("labels"));
  EXPECT_TRUE(description.has_action("label:Work"));
  EXPECT_FALSE(description.has_action("unlabel:Work"));
}

TEST_F(MailboxTest, with_a_wrong_description_is_not_used) {
  const std::pair<Value, std::string> wrong[] = {
      {Value("text"), "the answer is not a map"},
      {Value::map({{"account", 5}}), "'account' is not text"},
      {Value::map({{"columns", Value::list({"id"})}}), "'account' is missing"},
      {Value::map({{"account", "a"}}), "'columns' lacks 'id'"},
      {Value::map({{"account", "a"}, {"columns", Value::list({"id", 5})}}),
       "'columns' holds something that is not text"},
      {Value::map(
           {{"account", "a"}, {"columns", Value::list({"id"})}, {"changes_per_batch", 1001}}),
       "'changes_per_batch' is not from 1 to 1000"}};
  for (const auto& [description, why] : wrong) {
    state_.description = description;
    EXPECT_EQ(error_text(open()), "provider 'fake' misbehaved in describe: " + why + kBugHint);
  }
  EXPECT_EQ(state_.open_mailboxes, 0);
}

TEST_F(MailboxTest, that_cannot_be_opened_says_why) {
  const auto opened = Mailbox::open(component(), Value::map({{"fail", true}}));
  EXPECT_EQ(opened.error().fault, Fault::kSignIn);
  EXPECT_EQ(error_text(opened), "provider 'fake': no credentials\n  hint: sign in\n");
}

TEST_F(MailboxTest, plans_a_scan) {
  Mailbox mailbox = open().value();
  const Value filter = Value::map({{"category", "promotions"}});
  const auto plan = mailbox.plan_scan({"id"}, filter).value();
  EXPECT_EQ(plan.search, MAILCOMB_SEARCH_EXACT);
  EXPECT_EQ(plan.cost, 7);
  EXPECT_EQ(state_.filter_seen, filter);
}

TEST_F(MailboxTest, takes_an_unknown_search_as_none) {
  state_.plan = {17, -4};
  const auto plan = open().value().plan_scan({"id"}, {}).value();
  EXPECT_EQ(plan.search, MAILCOMB_SEARCH_NONE);
  EXPECT_EQ(plan.cost, 0);
}

TEST_F(MailboxTest, is_scanned_in_batches_with_ordinals) {
  Mailbox mailbox = open().value();
  Scan scan = mailbox.open_scan({"id", "subject"}).value();
  const auto first = scan.next(2).value();
  EXPECT_EQ(ids_of(*first), (std::vector<std::string>{"m1", "m2"}));
  const auto second = scan.next(2).value();
  EXPECT_EQ(ids_of(*second), std::vector<std::string>{"m3"});
  EXPECT_EQ(second->first_ordinal(), 2u);
  EXPECT_FALSE(scan.next(2).value());
  EXPECT_FALSE(scan.next(2).value());
}

TEST_F(MailboxTest, tells_how_far_a_scan_has_come) {
  state_.total_told = 4;
  Scan scan = open().value().open_scan({"id"}).value();
  EXPECT_EQ(scan.share(), 0.0);
  EXPECT_TRUE(scan.next(1).value());
  EXPECT_EQ(scan.share(), 0.25);
  state_.total_told = 0;
  EXPECT_EQ(scan.share(), std::nullopt);
  state_.total_told = 2;
  EXPECT_TRUE(scan.next(10).value());
  EXPECT_EQ(scan.share(), 1.0);
  EXPECT_FALSE(scan.next(10).value());
  EXPECT_EQ(scan.share(), std::nullopt);
}

TEST_F(MailboxTest, goes_on_after_batches_of_skips_alone) {
  state_.batches_of_skips = 2;
  Scan scan = open().value().open_scan({"id"}).value();
  EXPECT_EQ(ids_of(*scan.next(10).value()).size(), 3u);
  EXPECT_FALSE(scan.next(10).value());
  EXPECT_EQ(scan.skips(), (std::vector<Skip>{{"file 1", "unreadable"}, {"file 2", "unreadable"}}));
}

TEST_F(MailboxTest, stays_open_as_long_as_its_scan) {
  {
    Scan scan = open().value().open_scan({"id"}).value();
    EXPECT_EQ(state_.open_mailboxes, 1);
    EXPECT_TRUE(scan.next(1).value());
  }
  EXPECT_EQ(state_.open_scans, 0);
  EXPECT_EQ(state_.open_mailboxes, 0);
}

TEST_F(MailboxTest, ends_a_scan_at_an_error) {
  Scan scan = open().value().open_scan({"id"}).value();
  state_.write_instead = [](sdk::RowWriter& rows) { rows.i64(0, 5); };
  EXPECT_EQ(error_text(scan.next(10)),
            std::string("provider 'fake' misbehaved in scan_next: column 'id' has another type") +
                kBugHint);
  EXPECT_EQ(state_.open_scans, 0);
  EXPECT_FALSE(scan.next(10).value());
}

TEST_F(MailboxTest, must_not_give_more_rows_than_asked_for) {
  Scan scan = open().value().open_scan({"id"}).value();
  state_.write_instead = [](sdk::RowWriter& rows) {
    for (const char* id : {"m1", "m2"}) {
      rows.text(0, id);
      rows.end_row();
    }
  };
  EXPECT_EQ(error_text(scan.next(1)),
            std::string("provider 'fake' misbehaved in scan_next: more than 1 rows were written") +
                kBugHint);
}

TEST_F(MailboxTest, must_give_every_row_an_id) {
  for (const auto& write : {std::function([](sdk::RowWriter& rows) { rows.null(0); }),
                            std::function([](sdk::RowWriter& rows) { rows.text(0, ""); })}) {
    Scan scan = open().value().open_scan({"id"}).value();
    state_.write_instead = [&](sdk::RowWriter& rows) {
      write(rows);
      rows.end_row();
    };
    EXPECT_EQ(error_text(scan.next(10)),
              std::string("provider 'fake' misbehaved in scan_next: a row has no id") + kBugHint);
  }
}

TEST_F(MailboxTest, stops_when_asked) {
  bool stop = false;
  Scan scan = open([&] { return stop; }).value().open_scan({"id"}).value();
  EXPECT_TRUE(scan.next(1).value());
  stop = true;
  EXPECT_EQ(scan.next(1).error().fault, Fault::kCancelled);
}

TEST_F(MailboxTest, is_not_scanned_for_columns_that_do_not_exist) {
  EXPECT_EQ(error_text(open().value().open_scan({"id", "body"})), "there is no column 'body'\n");
}

TEST_F(MailboxTest, observes_what_is_still_there) {
  const auto observed = open().value().observe({"m1", "gone"}, {"restore"}).value();
  EXPECT_EQ(ids_of(observed.batch), std::vector<std::string>{"m1"});
  const auto* restore = mailcomb_batch_find(&observed.batch.abi(), sdk::slice("restore"));
  ASSERT_NE(restore, nullptr);
  EXPECT_EQ(value_from_bytes(sdk::view(mailcomb_batch_utf8(&observed.batch.abi(), restore, 0))),
            Value("m1"));
}

TEST_F(MailboxTest, must_not_observe_what_was_not_asked_for) {
  state_.write_instead = [](sdk::RowWriter& rows) {
    rows.text(0, "m9");
    rows.end_row();
  };
  EXPECT_EQ(error_text(open().value().observe({"m1"}, {})),
            std::string("provider 'fake' misbehaved in observe: a row is for a message not asked "
                        "for, or asked for once") +
                kBugHint);
}

TEST_F(MailboxTest, tells_changes_since_a_cursor) {
  Mailbox mailbox = open().value();
  const auto now = mailbox.changes_since("").value();
  EXPECT_EQ(now->cursor, "c1");
  EXPECT_TRUE(now->ids.empty());
  EXPECT_EQ(mailbox.changes_since("c1").value()->ids, std::vector<std::string>{"m2"});
  EXPECT_FALSE(mailbox.changes_since("old").value());
}

}  // namespace
}  // namespace mailcomb::plugin
