// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>

#include "support/recorded_mailbox.hpp"

namespace mailcomb::testing {
namespace {

const Json kTwo = Json::parse(R"([{"id": "m1"}, {"id": "m2", "labels": ["Used"]}])");

TEST(RecordedMailbox, offers_everything) {
  const auto mailbox = RecordedMailbox(kTwo).open();
  const auto& description = mailbox.description();
  EXPECT_EQ(description.account, "ann");
  EXPECT_EQ(description.changes_per_batch, 1000);
  EXPECT_EQ(description.columns.size(), 16u);
  EXPECT_TRUE(description.has_column("header:list-id"));
  for (const char* action : {"archive", "trash", "mark_read", "mark_unread", "star", "unstar",
                             "label:X", "unlabel:X", "restore"})
    EXPECT_TRUE(description.has_action(action)) << action;
}

TEST(RecordedMailbox, leaves_out_what_it_is_told_to) {
  const auto mailbox = RecordedMailbox(kTwo, {{"columns_missing", {"category", "header:*"}},
                                              {"actions_missing", {"label:*"}},
                                              {"changes_per_batch", 3}})
                           .open();
  EXPECT_FALSE(mailbox.description().has_column("category"));
  EXPECT_FALSE(mailbox.description().has_column("header:x"));
  EXPECT_FALSE(mailbox.description().has_action("label:X"));
  EXPECT_TRUE(mailbox.description().has_action("unlabel:X"));
  EXPECT_EQ(mailbox.description().changes_per_batch, 3);
  EXPECT_TRUE(RecordedMailbox(kTwo, {{"read_only", true}}).open().description().actions.empty());
}

TEST(RecordedMailbox, cannot_be_opened_if_it_is_none) {
  const auto open = [](const std::string& path) {
    const auto config = sdk::Value::map({{"path", path}});
    const auto opened = plugin::Mailbox::open(recording_component(), config);
    return opened ? Fault::kInternal : opened.error().fault;
  };
  const ScratchFolder folder;
  EXPECT_EQ(open((folder / "none.json").string()), Fault::kUnavailable);
  const auto wrong = (folder / "wrong.json").string();
  for (const char* text : {"{", "[]", R"({"messages": [{"id": "a"}, {"id": "a"}]})"}) {
    std::ofstream(wrong) << text;
    EXPECT_EQ(open(wrong), Fault::kInvalid) << text;
  }
}

TEST(RecordedMailbox, is_locked_once) {
  const RecordedMailbox recorded(kTwo);
  auto first = recorded.open();
  auto second = recorded.open();
  ASSERT_TRUE(first.lock());
  EXPECT_EQ(second.lock().error().fault, Fault::kLocked);
  first.unlock();
  EXPECT_TRUE(second.lock());
}

TEST(RecordedMailbox, announces_labels_and_retires_those_nobody_uses) {
  const RecordedMailbox recorded(kTwo);
  auto mailbox = recorded.open();
  EXPECT_EQ(mailbox.prepare({"archive", "label:Used"}).value(), sdk::Value());
  const auto creations = mailbox.prepare({"label:A", "label:B", "label:A"}).value();
  EXPECT_EQ(creations, sdk::Value::map({{"labels", sdk::Value::list({"A", "B"})}}));
  mailbox.apply({{"m1", {"label:A", "label:B"}, {}}, {"m2", {"unlabel:Used"}, {}}});
  EXPECT_EQ(recorded.file()["labels"], Json({"A", "B"}));
  mailbox.apply({{"m1", {"unlabel:B"}, {}}});
  EXPECT_TRUE(mailbox.retire(creations));
  EXPECT_EQ(recorded.file()["labels"], Json({"A"}));
}

TEST(RecordedMailbox, tells_what_changed_since) {
  const RecordedMailbox recorded(kTwo);
  auto mailbox = recorded.open();
  const auto cursor = mailbox.changes_since("").value()->cursor;
  EXPECT_TRUE(mailbox.changes_since(cursor).value()->ids.empty());
  mailbox.apply({{"m2", {"star"}, {}}});
  const auto changes = mailbox.changes_since(cursor).value();
  EXPECT_EQ(changes->ids, std::vector<std::string>{"m2"});
  EXPECT_TRUE(mailbox.changes_since(changes->cursor).value()->ids.empty());
  EXPECT_FALSE(mailbox.changes_since("long ago").value());
}

}  // namespace
}  // namespace mailcomb::testing
