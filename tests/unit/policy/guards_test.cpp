// SPDX-License-Identifier: Apache-2.0
// `guards:` of a policy; what is wrong with them stands in tests/invalid/policies.
#include "policy/guards.hpp"

#include <gtest/gtest.h>

#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

using testing::read;
using Kind = mail::Action::Kind;

Guards guards(const std::string& section) {
  return read(
             "version: 1\nname: p\ndefine: {bills: {subject: invoice}}\n"
             "guards: " +
             section +
             "\nrules: [{name: a, match: {all: [$bills, {older_than: 3d}]}, then: trash}]\n")
      .guards;
}

TEST(Guards, are_none_unless_a_policy_says_so) {
  const auto none = read("version: 1\nname: p\nrules: [{name: a, rule: x}]\n").guards;
  EXPECT_TRUE(none.never.empty());
  EXPECT_TRUE(none.unguard.empty());
  EXPECT_TRUE(none.limits.empty());
}

TEST(Guards, never_is_a_list_of_filters_and_names) {
  const auto never = guards("{never: [{from: \"@bank.example\"}, $bills]}").never;
  ASSERT_EQ(never.size(), 2u);
  EXPECT_EQ(filter::to_text(never[0].filter), "from: \"@bank.example\"");
  EXPECT_EQ(filter::to_text(never[1].filter), "subject: invoice");
  EXPECT_EQ(never[1].mark.line, 4);
}

TEST(Guards, unguard_names_guards) {
  const auto unguard = guards("{unguard: [replied, thread]}").unguard;
  ASSERT_EQ(unguard.size(), 2u);
  EXPECT_EQ(unguard[0].guard, mail::Guard::kReplied);
  EXPECT_EQ(unguard[1].guard, mail::Guard::kThread);
}

void expect_limit(const std::string& text, Kind action, std::optional<double> percent,
                  std::optional<std::int64_t> count) {
  const auto limits = guards("{limits: {" + text + "}}").limits;
  ASSERT_EQ(limits.size(), 1u) << text;
  EXPECT_EQ(limits[0].limit.action, action) << text;
  EXPECT_EQ(limits[0].limit.percent, percent) << text;
  EXPECT_EQ(limits[0].limit.count, count) << text;
}

TEST(Guards, a_limit_is_a_count_a_share_or_both) {
  expect_limit("trash: 5%", Kind::kTrash, 5.0, {});
  expect_limit("archive: 0.5%", Kind::kArchive, 0.5, {});
  expect_limit("trash: 100%", Kind::kTrash, 100.0, {});
  expect_limit("mark_read: 500", Kind::kMarkRead, {}, 500);
  expect_limit("star: 0", Kind::kStar, {}, 0);
  expect_limit("trash: [100, 5%]", Kind::kTrash, 5.0, 100);
  expect_limit("trash: [5%, 100]", Kind::kTrash, 5.0, 100);
}

}  // namespace
}  // namespace mailcomb::policy
