// SPDX-License-Identifier: Apache-2.0
#include "pipeline/reach.hpp"

#include "matching_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

using namespace testing;
using filter::Expression;
using plan::Guard;

bool reaches(Guard guard, Expression filter, const char* action = "trash") {
  return can_keep(guard, ready(rule("r", {action}, std::move(filter))), kNow);
}

TEST(Reach, what_has_no_date_is_never_of_an_age) {
  EXPECT_FALSE(reaches(Guard::kUnknownDate, older_than(30)));
  EXPECT_FALSE(reaches(Guard::kUnknownDate, Expression::negate(newer_than(30))));
  EXPECT_FALSE(reaches(Guard::kUnknownDate, Expression::all({subject_has("x"), older_than(30)})));
  EXPECT_TRUE(reaches(Guard::kUnknownDate, Expression::any({subject_has("x"), older_than(30)})));
  EXPECT_TRUE(reaches(Guard::kUnknownDate, subject_has("x")));
  EXPECT_TRUE(reaches(Guard::kUnknownDate, everything()));
}

TEST(Reach, what_comes_from_the_future_is_newer_than_anything) {
  EXPECT_FALSE(reaches(Guard::kFutureDate, older_than(30)));
  EXPECT_FALSE(reaches(Guard::kFutureDate, Expression::negate(newer_than(30))));
  EXPECT_TRUE(reaches(Guard::kFutureDate, newer_than(30)));
  EXPECT_TRUE(reaches(Guard::kFutureDate, Expression::negate(older_than(30))));
  EXPECT_TRUE(reaches(Guard::kFutureDate, older_than(-30)));
}

TEST(Reach, a_guard_has_to_heed_the_action) {
  EXPECT_TRUE(reaches(Guard::kReplied, subject_has("x")));
  EXPECT_FALSE(reaches(Guard::kReplied, subject_has("x"), "archive"));
  EXPECT_FALSE(reaches(Guard::kStarred, subject_has("x"), "star"));
}

TEST(Reach, sent_mail_has_to_be_looked_at) {
  EXPECT_FALSE(reaches(Guard::kSent, subject_has("x")));
  EXPECT_TRUE(reaches(Guard::kSent, in_location("sent")));
  EXPECT_TRUE(reaches(Guard::kSent, anywhere()));
}

TEST(Reach, a_derived_category_has_to_be_asked_for) {
  EXPECT_TRUE(reaches(Guard::kDerivedCategory, category_is("social")));
  EXPECT_FALSE(reaches(Guard::kDerivedCategory, older_than(30)));
}

TEST(Reach, a_rule_may_leave_conversations_out) {
  auto alone = ready(rule("r", {"trash"}, older_than(30)));
  EXPECT_TRUE(can_keep(Guard::kThread, alone, kNow));
  alone.rule.whole_thread = false;
  EXPECT_FALSE(can_keep(Guard::kThread, alone, kNow));
}

}  // namespace
}  // namespace mailcomb::pipeline
