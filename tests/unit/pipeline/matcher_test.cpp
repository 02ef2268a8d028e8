// SPDX-License-Identifier: Apache-2.0
// Exact filters: which messages, for which reason, and whether a derived category alone spoke.
#include "pipeline/matcher.hpp"

#include "matching_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

using namespace testing;
using filter::Expression;

class MatcherTest : public ::testing::Test {
 protected:
  Matched match(Expression filter, const char* action = "trash") {
    RuleProgram program;
    program.rules.push_back(ready(rule("r", {action}, std::move(filter))));
    program.derives_category = derives_category_;
    program.derives_importance = derives_importance_;
    return pipeline::match(program, table_);
  }
  MessageTable table_;
  bool derives_category_ = false;
  bool derives_importance_ = false;
};

TEST_F(MatcherTest, gives_the_predicates_as_the_reason) {
  table_.add("m1").subject("offer of the week");
  table_.add("m2").subject("offer").unread();
  const auto matched = match(Expression::all(
      {older_than(30), subject_has("offer"), Expression::any({is_unread(), subject_has("week")})}));
  EXPECT_EQ(matched.reasons(),
            "m1: older_than: 30d, subject: offer, subject: week; "
            "m2: older_than: 30d, subject: offer, is: unread; ");
}

TEST_F(MatcherTest, heeds_the_scope) {
  table_.add("m1").in(mail::Location::kSpam);
  EXPECT_EQ(match(everything()).plan.rules[0].matched, 0);
  EXPECT_EQ(match(in_location("spam")).plan.rules[0].matched, 1);
}

TEST_F(MatcherTest, counts_what_it_cannot_know) {
  table_.add("m1").unknown("subject");
  table_.add("m2").unknown("subject").in(mail::Location::kTrash);  // Out of scope.
  const auto matched = match(subject_has("x"));
  EXPECT_EQ(matched.plan.rules[0].unknown, 1);
  EXPECT_EQ(matched.plan.rules[0].matched, 0);
}

TEST_F(MatcherTest, marks_a_derived_category) {
  table_.without("category");
  derives_category_ = true;
  table_.add("m1").header("list-unsubscribe", "<u>");
  EXPECT_EQ(match(category_is("promotions"), "archive").reasons(),
            "m1: category: promotions (derived); ");
}

TEST_F(MatcherTest, never_lets_a_derived_category_alone_trash) {
  table_.without("category");
  derives_category_ = true;
  table_.add("m1").header("list-unsubscribe", "<u>").subject("offer").unread();
  const auto promotions = category_is("promotions");
  const std::pair<Expression, bool> cases[] = {
      {promotions, true},
      {Expression::all({promotions, older_than(30), is_unread(), in_location("inbox")}), true},
      {Expression::all({promotions, subject_has("offer")}), false},
      {Expression::any({promotions, subject_has("offer")}), false},
      {Expression::any({promotions, subject_has("nothing")}), true},
      // What is not there proves nothing.
      {Expression::all({promotions, Expression::negate(subject_has("nothing"))}), true},
      {older_than(30), false}};
  for (const auto& [filter, is_kept] : cases) {
    const auto matched = match(filter);
    EXPECT_EQ(guards_text(matched.plan), is_kept ? "derived_category 1, " : "");
  }
}

TEST_F(MatcherTest, never_lets_a_derived_importance_alone_trash) {
  table_.without("importance");
  derives_importance_ = true;
  table_.add("m1").header("list-unsubscribe", "<u>").category("promotions").subject("offer");
  const auto low = with_nature(Nature::kImportance, text_test(Op::kEquals, "importance", "low"),
                               "importance: low");
  EXPECT_EQ(guards_text(match(low).plan), "derived_category 1, ");
  EXPECT_EQ(guards_text(match(Expression::all({low, older_than(30)})).plan),
            "derived_category 1, ");
  EXPECT_EQ(guards_text(match(Expression::all({low, subject_has("offer")})).plan), "");
  // The provider's category is a reason, a derived one is none.
  const auto both = Expression::all({low, category_is("promotions")});
  EXPECT_EQ(guards_text(match(both).plan), "");
  table_.without("category");
  derives_category_ = true;
  EXPECT_EQ(guards_text(match(both).plan), "derived_category 1, ");
  EXPECT_EQ(match(low, "archive").reasons(), "m1: importance: low (derived); ");
}

TEST_F(MatcherTest, believes_the_category_of_a_provider) {
  table_.add("m1").category("promotions");
  EXPECT_EQ(match(category_is("promotions")).reasons(), "m1: category: promotions; ");
}

TEST_F(MatcherTest, says_so_where_everything_is_meant) {
  table_.add("m1");
  EXPECT_EQ(match(everything()).reasons(), "m1: every message; ");
}

class ProtectionTest : public ::testing::Test {
 protected:
  std::string changes(NeverFilter never) {
    RuleProgram program;
    program.rules.push_back(ready(rule("r", {"archive"})));
    program.never.push_back(std::move(never));
    return changes_text(pipeline::match(program, table_).plan);
  }
  std::string changes_without(std::initializer_list<const char*> senders) {
    RuleProgram program;
    program.rules.push_back(ready(rule("r", {"archive"})));
    for (const char* sender : senders) program.senders.add(sender);
    return changes_text(pipeline::match(program, table_).plan);
  }
  MessageTable table_;
};

TEST_F(ProtectionTest, by_never_is_for_what_it_is_true_of) {
  table_.add("m1").subject("invoice 7");
  table_.add("m2").subject("hello");
  EXPECT_EQ(changes({filter::Evaluator(subject_has("invoice"))}), "m2: archive; ");
}

// What cannot be read may be what was meant.
TEST_F(ProtectionTest, by_never_is_for_what_it_cannot_tell_of) {
  table_.add("m1").unknown("subject");
  table_.add("m2").subject("hello");
  EXPECT_EQ(changes({filter::Evaluator(subject_has("invoice"))}), "m2: archive; ");
  EXPECT_EQ(changes({filter::Evaluator(subject_has("invoice")), false}),
            "m1: archive; m2: archive; ");
}

TEST_F(ProtectionTest, by_sender_is_for_any_sender_of_a_message) {
  table_.add("m1").from("Ann <ANN@example.org>");
  table_.add("m2").from("ann@example.org.evil.example");
  table_.add("m3").from("x@y.example").from("b@mail.bank.example");
  table_.add("m4").unknown("from");
  EXPECT_EQ(changes_without({"ann@example.org", "@bank.example"}), "m2: archive; ");
  EXPECT_EQ(changes_without({}), "m1: archive; m2: archive; m3: archive; m4: archive; ");
}

}  // namespace
}  // namespace mailcomb::pipeline
