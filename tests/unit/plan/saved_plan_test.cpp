// SPDX-License-Identifier: Apache-2.0
#include "plan/saved_plan.hpp"

#include <gtest/gtest.h>

#include "support/in_process.hpp"
#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

class SavedPlan : public ::testing::Test {
 protected:
  SavedPlan() {
    MessageTable table;
    table.add("m1").subject("Grüße\n").from("Ann <ann@example.org>").unread().replied();
    table.add("m2").unknown("received_at").starred();
    table.add("m3").unknown("size_bytes").label("A");
    plan_ = plan_of({rule("a", {"archive"}), rule("b", {"star", "label:x:y"})}, table,
                    {{mail::Action::Kind::kArchive, {}, 0}});
    binding_ = {"p1",        kNow,      "tidy", "d1",         "s1",
                "tidy.yaml", "maildir", "ann",  "maildir:/m", {{"rules", "1.0", "ab"}}};
    digest_ = plan::write_plan(plan_, binding_, [&](auto line) { text_ += line; });
  }
  Result<plan::SavedPlan> read(const std::string& text) const { return plan::read_plan(text, "p"); }

  plan::Plan plan_;
  plan::Binding binding_;
  std::string digest_, text_;
};

TEST_F(SavedPlan, comes_back_as_it_was) {
  const auto read = this->read(text_).value();
  EXPECT_EQ(read.digest, digest_);
  EXPECT_EQ(changes_text(read.plan), changes_text(plan_));
  EXPECT_EQ(guards_text(read.plan), guards_text(plan_));
  EXPECT_EQ(read.binding.plugins, binding_.plugins);
  EXPECT_EQ(read.binding.mailbox_reference, "maildir:/m");
  EXPECT_EQ(read.plan.shares.size(), 1u);
  for (std::size_t i = 0; i < plan_.changes.size(); ++i)
    EXPECT_EQ(read.plan.changes[i].prior, plan_.changes[i].prior);
  std::string again;
  EXPECT_EQ(plan::write_plan(read.plan, read.binding, [&](auto line) { again += line; }), digest_);
  EXPECT_EQ(again, text_);
}

TEST_F(SavedPlan, knows_what_it_was_narrowed_to) {
  plan_.backlog = plan::Backlog{500, plan::Order::kNewest};
  plan_.trips_without_backlog = {{"limits.trash", "too many"}};
  plan_.totals.deferred = 7;
  plan_.rules[0].deferred = 6;
  plan_.only_rules = {"a"};
  plan_.ahead = plan::Ahead{3, to_unix_ms(kNow) + 1};
  std::string text;
  plan::write_plan(plan_, binding_, [&](auto line) { text += line; });
  const auto plan = read(text).value().plan;
  ASSERT_TRUE(plan.backlog && plan.ahead);
  EXPECT_EQ(plan.backlog->per_run, 500);
  EXPECT_EQ(plan.backlog->order, plan::Order::kNewest);
  ASSERT_EQ(plan.trips_without_backlog.size(), 1u);
  EXPECT_EQ(plan.trips_without_backlog[0].name, "limits.trash");
  EXPECT_EQ(plan.trips_without_backlog[0].detail, "too many");
  EXPECT_EQ(plan.totals.deferred, 7);
  EXPECT_EQ(plan.rules[0].deferred, 6);
  EXPECT_EQ(plan.only_rules, plan_.only_rules);
  EXPECT_EQ(plan.ahead->messages, 3);
  EXPECT_EQ(plan.ahead->newest_ms, to_unix_ms(kNow) + 1);
}

TEST_F(SavedPlan, is_refused_wherever_it_is_cut) {
  for (std::size_t size = 0; size < text_.size(); ++size)
    EXPECT_FALSE(read(text_.substr(0, size))) << size;
}

TEST_F(SavedPlan, is_refused_wherever_a_byte_is_changed) {
  for (std::size_t at = 0; at < text_.size(); ++at) {
    auto changed = text_;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(read(changed)) << at;
  }
}

TEST_F(SavedPlan, is_refused_with_a_reason) {
  EXPECT_EQ(error_text(read("")),
            "p: line 1 is missing: the plan is cut off\n"
            "  hint: make a new one with 'mailcomb plan --out FILE'\n");
  EXPECT_EQ(error_text(read("{}\n")),
            "p: line 1 is not the header of a saved plan (mailcomb.plan/1)\n"
            "  hint: make a new one with 'mailcomb plan --out FILE'\n");
  EXPECT_EQ(error_text(read(text_ + "{}\n")),
            "p: line 4 is not the end of the plan\n"
            "  hint: make a new one with 'mailcomb plan --out FILE'\n");
}

TEST_F(SavedPlan, is_refused_without_one_of_its_lines) {
  const auto second = text_.find('\n') + 1;
  auto without = text_;
  without.erase(second, text_.find('\n', second) + 1 - second);
  EXPECT_EQ(error_text(read(without)),
            "p: line 3 does not fit the plan: it was changed or cut after it was saved\n"
            "  hint: make a new one with 'mailcomb plan --out FILE'\n");
}

}  // namespace
}  // namespace mailcomb::testing
