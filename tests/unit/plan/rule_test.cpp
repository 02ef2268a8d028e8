// SPDX-License-Identifier: Apache-2.0
#include "plan/rule.hpp"

#include <gtest/gtest.h>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

using mail::Location;

std::string text(plan::Scope scope) {
  std::string text;
  for (const auto name : mail::kLocationNames)
    if (scope.has(*mail::find_location(name))) text += std::string(name) + " ";
  return text;
}

std::string scope(const filter::Expression& filter, const char* action = "trash") {
  return text(plan::scope_of(filter, {*mail::parse_action(action)}));
}

TEST(Scope, is_where_mail_is_kept) {
  EXPECT_EQ(scope(everything()), "inbox archive other ");
  EXPECT_EQ(text(plan::Scope::everywhere()), "inbox archive sent drafts trash spam other ");
}

TEST(Scope, grows_by_the_places_that_the_filter_names) {
  EXPECT_EQ(scope(in_location("spam")), "inbox archive spam other ");
  EXPECT_EQ(scope(Expression::any({in_location("trash"), in_location("sent")})),
            "inbox archive sent trash other ");
  EXPECT_EQ(scope(Expression::all({older_than(1), anywhere()})),
            "inbox archive sent drafts trash spam other ");
}

TEST(Scope, does_not_grow_by_places_that_the_filter_excludes) {
  EXPECT_EQ(scope(Expression::negate(in_location("spam"))), "inbox archive other ");
  EXPECT_EQ(scope(Expression::negate(Expression::negate(in_location("spam")))),
            "inbox archive spam other ");
}

TEST(Scope, of_archive_is_the_inbox_and_what_is_archived) {
  EXPECT_EQ(scope(everything(), "archive"), "inbox archive ");
  EXPECT_EQ(scope(anywhere(), "archive"), "inbox archive ");
}

TEST(Program, needs_threads_only_for_trash_of_whole_ones) {
  auto trash = rule("r", {"trash"}).rule;
  EXPECT_TRUE(plan::needs_threads({kNow, {trash}, {}}));
  trash.whole_thread = false;
  EXPECT_FALSE(plan::needs_threads({kNow, {trash}, {}}));
  EXPECT_FALSE(plan::needs_threads({kNow, {rule("r", {"archive"}).rule}, {}}));
}

TEST(Program, has_the_documented_limits) {
  const auto limits = plan::default_limits();
  ASSERT_EQ(limits.size(), 2u);
  EXPECT_EQ(limits[0].action, mail::Action::Kind::kTrash);
  EXPECT_EQ(limits[0].percent, 20.0);
  EXPECT_EQ(limits[1].action, mail::Action::Kind::kArchive);
  EXPECT_EQ(limits[1].percent, 60.0);
}

}  // namespace
}  // namespace mailcomb::testing
