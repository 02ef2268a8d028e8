// SPDX-License-Identifier: Apache-2.0
// A message that may only go because another one stays: somebody always stays.
#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

using filter::Truth;
using Links = std::vector<std::pair<std::string, std::string>>;  // Who goes, who stands in.

class StandIn : public ::testing::Test {
 protected:
  // A rule type that saw all messages and selected the first of each pair.
  struct Late {
    TestRule rule;
    Links links;
  };
  Late late(Links links, const char* action = "trash") {
    return {rule("late", {action}), std::move(links)};
  }
  std::uint32_t number(const std::string& id) const {
    const auto& messages = table_.messages();
    for (std::uint32_t i = 0; i < messages.size(); ++i)
      if (messages[i].id() == id) return i;
    throw std::logic_error("no message " + id);
  }
  void settle(plan::Planner& planner, std::uint32_t at, const Late& late) const {
    for (std::uint32_t i = 0; i < table_.messages().size(); ++i)
      planner.settle(at, i, {Truth::kFalse, false, 0, {}});
    for (const auto& [goes, stays] : late.links)
      planner.settle(at, number(goes), {Truth::kTrue, false, 0, number(stays)});
  }
  plan::Plan plan(const std::vector<Late>& lates, const std::vector<TestRule>& others = {}) const {
    plan::Program program{kNow, {}, {}};
    std::vector<std::vector<plan::Selection>> selections;
    const auto batch = table_.batch();
    for (const auto& late : lates) {
      program.rules.push_back(late.rule.rule);
      plan::Selection pending{Truth::kTrue, true};
      selections.emplace_back(batch.row_count(), pending);
    }
    for (const auto& other : others) {
      program.rules.push_back(other.rule);
      selections.push_back(select(other, batch));
    }
    plan::Planner planner(std::move(program));
    planner.intern("because");
    planner.add(batch.abi(), selections);
    for (std::uint32_t i = 0; i < lates.size(); ++i) settle(planner, i, lates[i]);
    return planner.finish(0);
  }
  MessageTable table_;
};

TEST_F(StandIn, that_stays_lets_the_others_go) {
  for (const char* id : {"a", "b", "c"}) table_.add(id);
  EXPECT_EQ(changes_text(plan({late({{"b", "a"}, {"c", "b"}})})), "b: trash; c: trash; ");
}

TEST_F(StandIn, that_goes_by_another_rule_keeps_the_next_one) {
  table_.add("a").subject("go");
  table_.add("b");
  table_.add("c");
  const auto made =
      plan({late({{"b", "a"}, {"c", "b"}})}, {rule("go", {"trash"}, subject_has("go"))});
  EXPECT_EQ(changes_text(made), "a: trash; c: trash; ");
  EXPECT_EQ(guards_text(made), "last_copy 1, ");
}

// As in the plan of all rules, of which this one is a part.
TEST_F(StandIn, that_an_idle_rule_would_take_keeps_the_next_one) {
  table_.add("a").subject("go");
  table_.add("b");
  auto go = rule("go", {"trash"}, subject_has("go"));
  go.rule.acts = false;
  const auto made = plan({late({{"b", "a"}})}, {go});
  EXPECT_EQ(changes_text(made), "");
  EXPECT_EQ(guards_text(made), "last_copy 1, ");
}

TEST_F(StandIn, is_decided_first_wherever_it_lies) {
  table_.add("c");
  table_.add("b");
  table_.add("a").subject("go");
  const auto made =
      plan({late({{"b", "a"}, {"c", "b"}})}, {rule("go", {"trash"}, subject_has("go"))});
  EXPECT_EQ(changes_text(made), "c: trash; a: trash; ");
}

TEST_F(StandIn, that_is_guarded_from_the_other_rule_stays) {
  table_.add("a").subject("go").starred();
  table_.add("b");
  EXPECT_EQ(changes_text(plan({late({{"b", "a"}})}, {rule("go", {"trash"}, subject_has("go"))})),
            "b: trash; ");
}

TEST_F(StandIn, that_is_only_archived_stays) {
  table_.add("a").subject("go");
  table_.add("b");
  EXPECT_EQ(changes_text(plan({late({{"b", "a"}})}, {rule("go", {"archive"}, subject_has("go"))})),
            "a: archive; b: trash; ");
}

TEST_F(StandIn, that_lies_in_the_trash_counts_for_nothing) {
  table_.add("a").in(mail::Location::kTrash);
  table_.add("b");
  EXPECT_EQ(guards_text(plan({late({{"b", "a"}})})), "last_copy 1, ");
}

TEST_F(StandIn, is_only_asked_for_before_trash) {
  table_.add("a").subject("go");
  table_.add("b");
  EXPECT_EQ(changes_text(
                plan({late({{"b", "a"}}, "archive")}, {rule("go", {"trash"}, subject_has("go"))})),
            "a: trash; b: archive; ");
}

// Each rule by itself leaves one copy, and not the same one.
TEST_F(StandIn, of_two_rules_leave_one_message_between_them) {
  table_.add("a");
  table_.add("b");
  EXPECT_EQ(changes_text(plan({late({{"b", "a"}}), late({{"a", "b"}})})), "a: trash; ");
}

TEST_F(StandIn, in_a_circle_leave_one_message) {
  for (const char* id : {"a", "b", "c"}) table_.add(id);
  const auto made = plan({late({{"a", "b"}, {"b", "c"}, {"c", "a"}})});
  EXPECT_EQ(made.totals.changes, 2);
  EXPECT_EQ(guards_text(made), "last_copy 1, ");
}

// Nothing is recursive about it.
TEST_F(StandIn, may_be_one_of_very_many) {
  constexpr std::uint32_t kCopies = 100'000;
  for (std::uint32_t i = 0; i < kCopies; ++i) table_.add("m" + std::to_string(i));
  plan::Planner planner({kNow, {rule("late", {"archive"}).rule}, {}});
  planner.intern("because");
  const std::vector<std::vector<plan::Selection>> pending = {
      std::vector(kCopies, plan::Selection{Truth::kTrue, true})};
  planner.add(table_.batch().abi(), pending);
  planner.settle(0, kCopies - 1, {Truth::kFalse, false, 0, {}});
  for (std::uint32_t i = 0; i + 1 < kCopies; ++i)
    planner.settle(0, i, {Truth::kTrue, false, 0, i + 1});
  EXPECT_EQ(planner.finish(0).totals.changes, kCopies - 1);
}

}  // namespace
}  // namespace mailcomb::testing
