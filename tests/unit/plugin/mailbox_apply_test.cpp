// SPDX-License-Identifier: Apache-2.0
#include "mailbox_fixture.hpp"
#include "plugin/mailbox.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::Outcomes;
using sdk::Value;
using testing::error_text;
using Changes = std::span<const mailcomb_change>;

const std::vector<Change> kChanges = {{"m1", {"archive", "label:Work"}, {}},
                                      {"m2", {"restore"}, Value("cur/m2")}};

TEST_F(MailboxTest, applies_changes_as_they_are) {
  std::string seen;
  state_.apply = [&](Changes changes, Outcomes& outcomes) {
    for (const auto& change : changes) {
      seen += std::string(sdk::view(change.id)) + ":";
      for (std::uint64_t i = 0; i < change.action_count; ++i)
        seen += std::string(sdk::view(change.actions[i])) + ",";
      if (change.restore) seen += sdk::read_value(*change.restore)->text();
      seen += ";";
    }
    outcomes.done(0);
    outcomes.failed(1, "disk\nfull");
  };
  const ApplyReport report = open().value().apply(kChanges);
  EXPECT_FALSE(report.error);
  EXPECT_EQ(seen, "m1:archive,label:Work,;m2:restore,cur/m2;");
  EXPECT_EQ(report.outcomes,
            (std::vector<Outcome>{{OutcomeKind::kDone, ""}, {OutcomeKind::kFailed, "disk full"}}));
}

TEST_F(MailboxTest, tells_the_outcomes_before_a_failure) {
  state_.apply = [](Changes, Outcomes& outcomes) {
    outcomes.gone(0);
    throw sdk::Failure(MAILCOMB_UNAVAILABLE, "lost", "connection lost");
  };
  const ApplyReport report = open().value().apply(kChanges);
  EXPECT_EQ(report.outcomes, (std::vector<Outcome>{{OutcomeKind::kGone, ""}, {}}));
  ASSERT_TRUE(report.error);
  EXPECT_EQ(report.error->fault, Fault::kUnavailable);
}

TEST_F(MailboxTest, must_not_give_outcomes_of_other_changes) {
  state_.apply = [](Changes, Outcomes& outcomes) { outcomes.done(2); };
  const ApplyReport report = open().value().apply(kChanges);
  ASSERT_TRUE(report.error);
  EXPECT_EQ(to_text(*report.error),
            std::string("provider 'fake' misbehaved in apply: it gave an outcome for change "
                        "number 2 of 2") +
                kBugHint);
}

TEST_F(MailboxTest, takes_no_more_changes_than_it_said) {
  const ApplyReport report = open().value().apply({{"1", {}, {}}, {"2", {}, {}}, {"3", {}, {}}});
  EXPECT_EQ(report.outcomes.size(), 3u);
  EXPECT_EQ(to_text(*report.error),
            "provider 'fake': more changes at once than changes_per_batch\n");
}

TEST_F(MailboxTest, prepares_and_retires) {
  Mailbox mailbox = open().value();
  const Value creations = mailbox.prepare({"label:Work"}).value();
  EXPECT_EQ(creations, Value::list({"label:Work"}));
  EXPECT_TRUE(mailbox.retire(creations));
  EXPECT_EQ(state_.retired, creations);
}

TEST_F(MailboxTest, is_locked_once) {
  Mailbox mailbox = open().value();
  EXPECT_TRUE(mailbox.has_lock());
  EXPECT_TRUE(mailbox.lock());
  EXPECT_TRUE(state_.is_locked);
  mailbox.unlock();
  EXPECT_FALSE(state_.is_locked);
  state_.is_locked_elsewhere = true;
  EXPECT_EQ(mailbox.lock().error().fault, Fault::kLocked);
}

// The same provider, as an older plugin or a read-only one would fill the table.
class OlderProvider : public MailboxTest {
 protected:
  Result<Mailbox> open_with(std::uint32_t struct_size) {
    Component component = this->component();
    functions_ = read_struct<mailcomb_provider>(component.functions);
    functions_.struct_size = struct_size;
    component.functions = &functions_;
    return Mailbox::open(component, Value::map());
  }
  mailcomb_provider functions_{};
};

TEST_F(OlderProvider, has_no_slots_beyond_its_table) {
  state_.description.set("actions", Value::list());
  Mailbox mailbox = open_with(offsetof(mailcomb_provider, prepare)).value();
  EXPECT_FALSE(mailbox.has_lock());
  EXPECT_EQ(error_text(mailbox.lock()), "provider 'fake' has no lock\n");
  EXPECT_EQ(mailbox.prepare({"archive"}).value(), Value());
  EXPECT_TRUE(mailbox.retire(Value("x")));
  EXPECT_FALSE(mailbox.changes_since("").value());
  const ApplyReport report = mailbox.apply(kChanges);
  EXPECT_EQ(to_text(*report.error), "provider 'fake': the mailbox is read-only\n");
  EXPECT_EQ(report.outcomes.size(), 2u);
}

TEST_F(OlderProvider, must_not_claim_actions_without_apply) {
  EXPECT_EQ(error_text(open_with(offsetof(mailcomb_provider, apply))),
            std::string("provider 'fake' misbehaved in describe: it has 'actions' but no apply") +
                kBugHint);
}

}  // namespace
}  // namespace mailcomb::plugin
