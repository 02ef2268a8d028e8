// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "plugin/value_bytes.hpp"
#include "support/recorded_mailbox.hpp"

namespace mailcomb::testing {
namespace {

using plugin::OutcomeKind;
using Kinds = std::vector<OutcomeKind>;

const Json kThree = Json::parse(R"([
  {"id": "m1", "flags": ["unread"], "folder": "My inbox", "labels": ["Old"]},
  {"id": "m2"}, {"id": "m3"}])");
const std::vector<plugin::Change> kStarAll = {
    {"m1", {"star"}, {}}, {"m2", {"star"}, {}}, {"m3", {"star"}, {}}};

Kinds kinds(const plugin::ApplyReport& report) {
  Kinds kinds;
  for (const auto& outcome : report.outcomes) kinds.push_back(outcome.kind);
  return kinds;
}

std::vector<std::string> starred(const RecordedMailbox& mailbox) {
  std::vector<std::string> ids;
  for (const auto& message : mailbox.messages())
    if (message.value("flags", Json()).dump().find("starred") != std::string::npos)
      ids.push_back(message["id"]);
  return ids;
}

sdk::Value token_of(plugin::Mailbox& mailbox, const std::string& id) {
  const auto seen = mailbox.observe({id}, {"id", "restore"}).value();
  const auto* column = mailcomb_batch_find(&seen.batch.abi(), sdk::slice("restore"));
  return *plugin::value_from_bytes(sdk::view(mailcomb_batch_utf8(&seen.batch.abi(), column, 0)));
}

TEST(RecordedApply, does_what_it_is_told_and_takes_it_back) {
  const RecordedMailbox recorded(kThree);
  auto mailbox = recorded.open();
  const auto token = token_of(mailbox, "m1");
  const auto report =
      mailbox.apply({{"m1", {"mark_read", "star", "label:New", "unlabel:Old", "trash"}, {}}});
  EXPECT_EQ(kinds(report), Kinds{OutcomeKind::kDone});
  auto message = recorded.message("m1");
  EXPECT_EQ(message["flags"], Json({"starred"}));
  EXPECT_EQ(message["labels"], Json({"New"}));
  EXPECT_EQ(message["location"], "trash");
  EXPECT_EQ(message["folder"], "Trash");

  EXPECT_EQ(kinds(mailbox.apply({{"m1", {"restore", "unstar"}, token}})),
            Kinds{OutcomeKind::kDone});
  message = recorded.message("m1");
  EXPECT_EQ(message["flags"], Json({"unread"}));
  EXPECT_EQ(message["labels"], Json({"Old"}));
  EXPECT_EQ(message["folder"], "My inbox");
}

TEST(RecordedApply, writes_down_what_it_was_told) {
  const RecordedMailbox recorded(kThree);
  auto mailbox = recorded.open();
  mailbox.apply({{"m1", {"restore"}, sdk::Value::map({{"location", "inbox"}})}});
  EXPECT_EQ(
      recorded.calls("apply").at(0)["changes"],
      Json::parse(R"([{"id": "m1", "actions": ["restore"], "restore": {"location": "inbox"}}])"));
}

TEST(RecordedApply, refuses_an_action_that_there_is_not) {
  const RecordedMailbox recorded(kThree);
  const auto report = recorded.open().apply({{"m1", {"delete"}, {}}, {"m2", {"star"}, {}}});
  EXPECT_EQ(kinds(report), (Kinds{OutcomeKind::kFailed, OutcomeKind::kDone}));
  EXPECT_EQ(starred(recorded), std::vector<std::string>{"m2"});
}

TEST(RecordedApply, fails_once_after_some_changes) {
  const RecordedMailbox recorded(kThree, {{"fail_apply_at", 2}});
  auto mailbox = recorded.open();
  const auto report = mailbox.apply(kStarAll);
  EXPECT_EQ(report.error->fault, Fault::kUnavailable);
  EXPECT_EQ(kinds(report), (Kinds{OutcomeKind::kDone, OutcomeKind::kDone, OutcomeKind::kUntried}));
  EXPECT_EQ(starred(recorded), (std::vector<std::string>{"m1", "m2"}));
  EXPECT_FALSE(mailbox.apply(kStarAll).error);
}

TEST(RecordedApply, lies_once) {
  const RecordedMailbox recorded(kThree, {{"lie_at", 1}});
  const auto report = recorded.open().apply(kStarAll);
  EXPECT_EQ(kinds(report), Kinds(3, OutcomeKind::kDone));
  EXPECT_EQ(starred(recorded), (std::vector<std::string>{"m1", "m3"}));
}

TEST(RecordedApply, refuses_once) {
  const RecordedMailbox recorded(kThree, {{"refuse_at", 0}});
  const auto report = recorded.open().apply(kStarAll);
  EXPECT_EQ(kinds(report), (Kinds{OutcomeKind::kFailed, OutcomeKind::kDone, OutcomeKind::kDone}));
}

TEST(RecordedApply, does_only_a_part) {
  const RecordedMailbox recorded(kThree, {{"partial", 1}});
  const auto report = recorded.open().apply(kStarAll);
  EXPECT_FALSE(report.error);
  EXPECT_EQ(kinds(report),
            (Kinds{OutcomeKind::kDone, OutcomeKind::kUntried, OutcomeKind::kUntried}));
}

TEST(RecordedApply, stops_when_it_is_asked_to) {
  const RecordedMailbox recorded(kThree);
  auto mailbox = recorded.open([questions = 0]() mutable { return ++questions > 1; });
  EXPECT_EQ(kinds(mailbox.apply(kStarAll)),
            (Kinds{OutcomeKind::kDone, OutcomeKind::kUntried, OutcomeKind::kUntried}));
}

TEST(RecordedApply, knows_no_message_that_is_gone) {
  const RecordedMailbox recorded(kThree, {{"gone", {"m2"}}});
  auto mailbox = recorded.open();
  const auto report = mailbox.apply({{"m2", {"star"}, {}}, {"m9", {"star"}, {}}});
  EXPECT_EQ(kinds(report), Kinds(2, OutcomeKind::kGone));
  EXPECT_EQ(mailbox.observe({"m1", "m2", "m9"}, {"id"}).value().batch.row_count(), 1u);
}

}  // namespace
}  // namespace mailcomb::testing
