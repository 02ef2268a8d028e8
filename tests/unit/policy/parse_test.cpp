// SPDX-License-Identifier: Apache-2.0
#include "policy/parse.hpp"

#include <gmock/gmock.h>

#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

using mail::Action;
using testing::policy_of;
using testing::read;
using testing::refused;

constexpr const char* kTidy = R"(
version: 1
name: tidy
title: Archive noise
dry_run: true
rules:
  - name: bulk
    title: Bulk mail
    match: {header: {name: Precedence, in: [bulk, list]}, older_than: 180d}
    then: [mark_read, trash]
    scope: message
  - name: promotions
    enabled: false
    rule: archive_old_promotions
    with: {days: 30}
)";

TEST(ParsePolicy, reads_the_whole_of_it) {
  const auto policy = read(kTidy);
  EXPECT_EQ(policy.name, "tidy");
  EXPECT_EQ(policy.title, "Archive noise");
  EXPECT_EQ(policy.dry_run, true);
  EXPECT_EQ(policy.mark.source->name, "p.yaml");
  ASSERT_EQ(policy.rules.size(), 2u);
}

TEST(ParsePolicy, reads_a_rule_with_a_match) {
  const auto rule = read(kTidy).rules.at(0);
  EXPECT_EQ(rule.name, "bulk");
  EXPECT_EQ(rule.title, "Bulk mail");
  EXPECT_TRUE(rule.enabled);
  EXPECT_EQ(rule.scope, ThreadScope::kMessage);
  EXPECT_EQ(rule.type, "");
  EXPECT_THAT(rule.then, ::testing::ElementsAre(Action{Action::Kind::kMarkRead, {}},
                                                Action{Action::Kind::kTrash, {}}));
  EXPECT_EQ(filter::to_text(*rule.match),
            "(header: {name: Precedence, is: bulk} or header: {name: Precedence, is: list}) and "
            "older_than: 180d");
  EXPECT_EQ(rule.mark.line, 7);
  EXPECT_EQ(rule.then_mark.line, 10);
}

TEST(ParsePolicy, reads_a_rule_with_a_type) {
  const auto rule = read(kTidy).rules.at(1);
  EXPECT_FALSE(rule.enabled);
  EXPECT_EQ(rule.scope, ThreadScope::kThread);
  EXPECT_EQ(rule.type, "archive_old_promotions");
  EXPECT_EQ(rule.with.find("days")->text, "30");
  EXPECT_FALSE(rule.match);
  EXPECT_TRUE(rule.then.empty());
  EXPECT_EQ(rule.type_mark.line, 14);
}

TEST(ParsePolicy, leaves_dry_run_open_when_nothing_is_said) {
  EXPECT_EQ(read(policy_of({"{name: a, rule: x}"})).dry_run, std::nullopt);
}

// The mission's earlier system kept the first condition of a rule alone.
TEST(ParsePolicy, keeps_every_condition_of_a_rule) {
  const auto policy =
      read(policy_of({"{name: a, match: {category: promotions, older_than: 30d}, then: archive}"}));
  EXPECT_EQ(filter::to_text(*policy.rules[0].match), "category: promotions and older_than: 30d");
}

TEST(ParsePolicy, names_filters) {
  const auto policy = read(
      "version: 1\nname: p\n"
      "define: {bulk: {header: List-Id}, spare: {is: read}}\n"
      "rules: [{name: a, match: {all: [$bulk, {older_than: 3d}]}, then: trash}]\n");
  EXPECT_EQ(filter::to_text(*policy.rules[0].match), "header: List-Id and older_than: 3d");
  ASSERT_EQ(policy.warnings.size(), 1u);
  EXPECT_EQ(policy.warnings[0].message, "'$spare' is defined, and no filter uses it");
}

// A rule that selects every message by a name is caught as well.
TEST(ParsePolicy, sees_through_names) {
  EXPECT_EQ(refused("version: 1\nname: p\ndefine: {all-of-it: {in: anywhere}}\n"
                    "rules: [{name: a, match: $all-of-it, then: trash}]\n"),
            "p.yaml:4:19: rule 'a' would trash every message\n"
            "  rules: [{name: a, match: $all-of-it, then: trash}]\n"
            "                    ^\n"
            "  hint: say which ones, such as match: {older_than: 90d}\n");
}

TEST(ParsePolicy, tells_duplicate_keys_together_with_everything_else) {
  EXPECT_EQ(refused("version: 1\nname: p\nname: q\nrules:\n"
                    "  - {name: a, match: {older_then: 3d}, then: trash}\n"),
            "p.yaml:3:1: duplicate key 'name'\n"
            "  name: q\n"
            "  ^\n"
            "  hint: it stands at line 2, column 1 already; keep one of the two\n"
            "p.yaml:5:23: unknown key 'older_then' in rule 'a'\n"
            "    - {name: a, match: {older_then: 3d}, then: trash}\n"
            "                        ^\n"
            "  hint: did you mean 'older_than'?\n");
}

TEST(ParsePolicy, takes_at_most_1000_rules) {
  std::string text = "version: 1\nname: p\nrules:\n";
  for (int i = 0; i < 1000; ++i) text += "- {name: r" + std::to_string(i) + ", rule: x}\n";
  EXPECT_EQ(refused(text), "");
  EXPECT_EQ(refused(text + "- {name: last, rule: x}\n"),
            "p.yaml:1004:3: a policy has at most 1000 rules\n"
            "  - {name: last, rule: x}\n"
            "    ^\n");
}

TEST(ParsePolicy, cut_at_any_byte_is_refused_or_smaller) {
  const std::string text = kTidy;
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto policy = testing::checked(text.substr(0, size));
    EXPECT_TRUE(policy || !policy.error().empty()) << size;
  }
}

}  // namespace
}  // namespace mailcomb::policy
