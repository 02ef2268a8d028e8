// SPDX-License-Identifier: Apache-2.0
#include "analysis/policy_yaml.hpp"

#include <gtest/gtest.h>

#include "support/message_table.hpp"
#include "support/yaml.hpp"

namespace mailcomb::testing {
namespace {

using analysis::SuggestedRule;

SuggestedRule rule_of(std::vector<std::string> texts, std::string key = "from",
                      std::string action = "archive") {
  SuggestedRule rule{"archive-it", "A title", "Two words of why.", std::move(key),
                     {},           30,        std::move(action)};
  for (auto& text : texts) rule.values.push_back({std::move(text), "5 messages, none read"});
  return rule;
}

std::string yaml_of(const SuggestedRule& rule, const std::string& mailbox = "maildir:/m") {
  return analysis::to_policy_yaml({rule}, mailbox, kNow);
}

TEST(PolicyYaml, is_a_commented_policy_with_tests) {
  EXPECT_EQ(yaml_of(rule_of({"a@x.example"})),
            R"(# suggested: what the mailbox "maildir:/m" speaks for, as of 2002-12-01T00:00:00Z.
#
# Nothing here trashes. Strike out what you do not want, look with 'mailcomb plan', and only then
# apply. The numbers count what lies outside trash, spam, drafts and sent.
version: 1
name: suggested
title: Suggested by what the mailbox holds
rules:
  # Two words of why.
  - name: archive-it
    title: A title
    match:
      from:
        - "a@x.example"  # 5 messages, none read
      older_than: 30d
    then: archive
tests:
  - name: archive-it acts from 30 days on
    given: {from: "a@x.example", age: 30d, in: inbox}
    expect: {actions: [archive]}
  - name: archive-it leaves what is younger
    given: {from: "a@x.example", age: 29d, in: inbox}
    expect: {actions: []}
  - name: archive-it leaves what is starred
    given: {from: "a@x.example", age: 30d, in: inbox, flags: [starred]}
    expect: {actions: [], guard: starred}
)");
}

TEST(PolicyYaml, reads_back_whatever_stood_in_mail) {
  const std::vector<std::string> hostile = {
      "\"a\"@x.example",      "a'b@x.example",        "$bulk@x.example",  "${env:HOME}@x.example",
      "{a: b}@x.example",     "a#b: c@x.example",     "é😀@x.example",     "a\nrules: []@x.example",
      "a\u202egpj@x.example", "a\u2028- b@x.example", "*alias@x.example", "\\n@x.example",
      "a\u0085then: trash@x"};
  const auto yaml = yaml_of(rule_of(hostile));
  const auto document = parse_yaml(yaml, "suggested");
  ASSERT_TRUE(document) << to_text(document.error().front()) << yaml;
  const auto* values = document->find("rules")->members[0].value.find("match")->find("from");
  ASSERT_EQ(values->members.size(), hostile.size());
  for (std::size_t i = 0; i < hostile.size(); ++i)
    EXPECT_EQ(values->members[i].value.text, hostile[i]) << yaml;
}

TEST(PolicyYaml, lets_nothing_of_mail_or_mailbox_out_of_a_comment) {
  const auto yaml = yaml_of(rule_of({"a@x.example"}), "maildir:/m\nrules: [x]\u2028then: trash");
  for (std::size_t at = 0; at < yaml.find("version: 1"); at = yaml.find('\n', at) + 1)
    EXPECT_EQ(yaml[at], '#') << yaml;
  EXPECT_NE(yaml.find("/m\\nrules: [x]\\u2028then: trash"), std::string::npos) << yaml;
}

TEST(PolicyYaml, tests_what_marks_as_read_on_unread_mail) {
  const auto yaml = yaml_of(rule_of({"<a.example>"}, "list_id", "mark_read"));
  EXPECT_NE(yaml.find("given: {list_id: \"<a.example>\", age: 30d, in: inbox, flags: "
                      "[unread]}\n    expect: {actions: [mark_read]}"),
            std::string::npos)
      << yaml;
}

}  // namespace
}  // namespace mailcomb::testing
