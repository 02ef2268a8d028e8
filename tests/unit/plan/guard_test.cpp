// SPDX-License-Identifier: Apache-2.0
#include "plan/guard.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

using plan::Guard;
using plan::GuardSet;

const std::int64_t kNowMs = to_unix_ms(kNow);

std::string text(GuardSet guards) {
  std::string text;
  for (const Guard guard : guards.list()) text += std::string(to_text(guard)) + " ";
  return text;
}

std::string raised(std::uint64_t flags, mail::Location location = mail::Location::kInbox,
                   std::optional<std::int64_t> received_at = kNowMs, bool has_label = false) {
  return text(plan::own_guards({flags, location, "", {}}, received_at, has_label, kNowMs));
}

TEST(Guard, is_raised_by_state_and_date) {
  EXPECT_EQ(raised(MAILCOMB_FLAG_UNREAD), "");
  EXPECT_EQ(raised(MAILCOMB_FLAG_STARRED), "starred ");
  EXPECT_EQ(raised(MAILCOMB_FLAG_IMPORTANT), "important ");
  EXPECT_EQ(raised(MAILCOMB_FLAG_REPLIED), "replied ");
  EXPECT_EQ(raised(MAILCOMB_FLAG_DRAFT), "draft ");
  EXPECT_EQ(raised(0, mail::Location::kDrafts), "draft ");
  EXPECT_EQ(raised(0, mail::Location::kSent), "sent ");
  EXPECT_EQ(raised(0, mail::Location::kOther, kNowMs, true), "user_label ");
  EXPECT_EQ(raised(0, mail::Location::kInbox, {}), "unknown_date ");
  EXPECT_EQ(raised(0, mail::Location::kInbox, kNowMs + 1), "future_date ");
  EXPECT_EQ(raised(MAILCOMB_FLAG_STARRED | MAILCOMB_FLAG_REPLIED, mail::Location::kSent),
            "starred sent replied ");
}

GuardSet every_guard() {
  GuardSet all;
  for (std::size_t i = 0; i < plan::kGuardNames.size(); ++i) all.add(static_cast<Guard>(i));
  return all;
}

std::string stops(std::initializer_list<const char*> actions) {
  std::vector<mail::Action> parsed;
  for (const char* action : actions) parsed.push_back(*mail::parse_action(action));
  return text(plan::stopping(every_guard(), parsed));
}

constexpr const char* kForAll = "protected starred important draft sent unknown_date future_date ";

TEST(Guard, stops_everything_but_stars_and_keep) {
  for (const char* action : {"archive", "mark_read", "mark_unread", "label:A", "unlabel:A"})
    EXPECT_EQ(stops({action}), kForAll) << action;
  for (const char* action : {"star", "unstar", "keep"}) EXPECT_EQ(stops({action}), "") << action;
}

TEST(Guard, stops_trash_for_more_reasons) {
  EXPECT_EQ(stops({"trash"}),
            std::string(kForAll) + "replied user_label derived_category thread last_copy ");
}

TEST(Guard, stops_a_rule_if_it_stops_one_action) {
  EXPECT_EQ(stops({"star", "mark_read"}), kForAll);
  EXPECT_EQ(stops({"label:A", "trash"}), stops({"trash"}));
  EXPECT_EQ(stops({}), "");
}

TEST(Guard, that_was_not_raised_stops_nothing) {
  const std::vector<mail::Action> trash = {*mail::parse_action("trash")};
  EXPECT_EQ(text(plan::stopping({Guard::kReplied}, trash)), "replied ");
  EXPECT_EQ(text(plan::stopping({}, trash)), "");
}

// Each message raises one guard; the rule wants everything.
class GuardedTable : public ::testing::Test {
 protected:
  GuardedTable() {
    table_.add("plain");
    table_.add("starred").starred();
    table_.add("important").important();
    table_.add("draft").draft();
    table_.add("undated").unknown("received_at");
    table_.add("future").days_old(-1);
    table_.add("replied").replied();
    table_.add("labelled").label("Work");
    table_.add("sent").in(mail::Location::kSent);
  }
  plan::Plan plan(const char* action) const {
    return plan_of({rule("r", {action}, anywhere())}, table_);
  }
  MessageTable table_;
};

TEST_F(GuardedTable, is_kept_from_trash_but_for_one) {
  const auto plan = this->plan("trash");
  EXPECT_EQ(changes_text(plan), "plain: trash; ");
  EXPECT_EQ(buckets_text(plan.rules[0]), "changes 1, guarded 8, shadowed 0, already 0");
  EXPECT_EQ(guards_text(plan),
            "starred 1, important 1, draft 1, sent 1, unknown_date 1, future_date 1, replied 1, "
            "user_label 1, ");
}

TEST_F(GuardedTable, is_read_but_for_those_that_every_action_heeds) {
  for (auto& message : table_.messages()) message.unread();
  EXPECT_EQ(changes_text(plan("mark_read")),
            "plain: mark_read; replied: mark_read; labelled: mark_read; ");
}

TEST_F(GuardedTable, is_starred_whatever_it_is) {
  EXPECT_EQ(plan("star").totals.changes, 8);
  EXPECT_EQ(plan("star").rules[0].already, 1);
}

TEST(Guard, of_labels_looks_at_folders_where_there_are_none) {
  MessageTable table;
  table.add("m1").in(mail::Location::kOther).folder("Club");
  EXPECT_EQ(changes_text(plan_of({rule("r", {"trash"})}, table)), "m1: trash; ");
  table.without("labels");
  EXPECT_EQ(guards_text(plan_of({rule("r", {"trash"})}, table)), "user_label 1, ");
}

TEST(Guard, of_a_derived_category_stops_trash_only) {
  MessageTable table;
  table.add("m1");
  auto trash = rule("trash", {"trash"}, category_is("primary"));
  auto archive = rule("archive", {"archive"}, category_is("primary"));
  trash.only_derived_category = archive.only_derived_category = true;
  const auto plan = plan_of({trash, archive}, table);
  EXPECT_EQ(changes_text(plan), "m1: archive; ");
  EXPECT_EQ(guards_text(plan), "derived_category 1, ");
}

// The plan of one batch in which the first message is protected by `never:`.
plan::Plan plan_protecting_first(const TestRule& rule, const MessageTable& table,
                                 GuardSet unguarded = {}) {
  const auto batch = table.batch();
  plan::Planner planner({kNow, {rule.rule}, {}, unguarded});
  planner.intern("because");
  std::vector<bool> is_protected(batch.row_count());
  is_protected[0] = true;
  const std::vector<std::vector<plan::Selection>> selections = {select(rule, batch)};
  planner.add(batch.abi(), selections, is_protected);
  return planner.finish(0);
}

TEST(Guard, protected_keeps_from_everything_but_stars) {
  MessageTable table;
  table.add("m1");
  table.add("m2");
  for (const char* action : {"trash", "archive", "mark_unread", "label:A"}) {
    const auto plan = plan_protecting_first(rule("r", {action}), table);
    EXPECT_EQ(changes_text(plan), "m2: " + std::string(action) + "; ");
    EXPECT_EQ(guards_text(plan), "protected 1, ");
  }
  EXPECT_EQ(changes_text(plan_protecting_first(rule("r", {"star"}), table)),
            "m1: star; m2: star; ");
}

TEST(Guard, protected_keeps_the_conversation) {
  MessageTable table;
  table.add("m1").thread("t");
  table.add("m2").thread("t");
  const auto plan = plan_protecting_first(rule("r", {"trash"}), table);
  EXPECT_EQ(changes_text(plan), "");
  EXPECT_EQ(guards_text(plan), "protected 1, thread 1, ");
}

TEST(Guard, taken_away_by_the_policy_keeps_nothing) {
  MessageTable table;
  table.add("m1").thread("t");
  table.add("m2").replied().thread("t");
  table.add("m3").starred();
  const auto trash = rule("r", {"trash"});
  EXPECT_EQ(changes_text(plan_protecting_first(trash, table, {Guard::kThread})), "");
  EXPECT_EQ(changes_text(plan_protecting_first(trash, table, {Guard::kReplied, Guard::kThread})),
            "m2: trash; ");
  EXPECT_EQ(changes_text(plan_protecting_first(trash, table, {Guard::kStarred})), "m3: trash; ");
  // A message that is not guarded itself keeps no conversation either.
  table.messages()[0].thread("other");
  EXPECT_EQ(changes_text(plan_protecting_first(trash, table, {Guard::kReplied})), "m2: trash; ");
}

TEST(Guard, for_a_derived_category_can_be_taken_away) {
  MessageTable table;
  table.add("m0");
  table.add("m1").category("primary");
  auto trash = rule("trash", {"trash"}, category_is("primary"));
  trash.only_derived_category = true;
  EXPECT_EQ(changes_text(plan_protecting_first(trash, table)), "");
  EXPECT_EQ(changes_text(plan_protecting_first(trash, table, {Guard::kDerivedCategory})),
            "m1: trash; ");
}

TEST(Guard, sets_are_printed_by_name) {
  EXPECT_EQ(plan::to_text(GuardSet{Guard::kReplied, Guard::kStarred}), "starred, replied");
  EXPECT_EQ(plan::to_text(GuardSet()), "");
}

}  // namespace
}  // namespace mailcomb::testing
