// SPDX-License-Identifier: Apache-2.0
#include "analysis/policy_yaml.hpp"

#include <fmt/format.h>

#include "support/quote.hpp"

namespace mailcomb::analysis {
namespace {

constexpr std::size_t kCommentWidth = 96;

// Broken between words, each line behind a mark.
std::string comment(const std::string& indent, const std::string& text) {
  std::string lines;
  std::string line;
  const auto end_line = [&] {
    lines += indent + "#" + line + "\n";
    line.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (!line.empty() && line.size() + 1 + end - at > kCommentWidth) end_line();
    line += " " + text.substr(at, end - at);
    at = end + 1;
  }
  end_line();
  return lines;
}

std::string head(const std::string& mailbox, Time now) {
  return comment("", "suggested: what the mailbox " + yaml_quoted(mailbox) + " speaks for, as of " +
                         to_rfc3339(now) + ".") +
         "#\n" +
         comment("",
                 "Nothing here trashes. Strike out what you do not want, look with 'mailcomb "
                 "plan', and only then apply. The numbers count what lies outside trash, spam, "
                 "drafts and sent.") +
         "version: 1\nname: suggested\ntitle: Suggested by what the mailbox holds\nrules:\n";
}

std::string rule_text(const SuggestedRule& rule) {
  auto text = comment("  ", rule.why);
  text += "  - name: " + rule.name + "\n    title: " + rule.title + "\n    match:\n";
  text += "      " + rule.key + ":\n";
  for (const auto& value : rule.values)
    text += "        - " + yaml_quoted(value.text) + "  # " + value.numbers + "\n";
  return text + fmt::format("      older_than: {}d\n    then: {}\n", rule.age_days, rule.action);
}

// A message that the rule is for; tests say it by the same keys as filters.
std::string given(const SuggestedRule& rule, int age_days, const std::string& more) {
  return fmt::format("{{{}: {}, age: {}d, in: inbox{}}}", rule.key,
                     yaml_quoted(rule.values.front().text), age_days, more);
}

std::string test_text(const std::string& name, const std::string& given,
                      const std::string& expected) {
  return "  - name: " + name + "\n    given: " + given + "\n    expect: " + expected + "\n";
}

std::string tests_text(const SuggestedRule& rule) {
  const std::string unread = rule.action == "mark_read" ? ", flags: [unread]" : "";
  const std::string starred =
      rule.action == "mark_read" ? ", flags: [unread, starred]" : ", flags: [starred]";
  const auto days = std::to_string(rule.age_days);
  return test_text(rule.name + " acts from " + days + " days on",
                   given(rule, rule.age_days, unread), "{actions: [" + rule.action + "]}") +
         test_text(rule.name + " leaves what is younger", given(rule, rule.age_days - 1, unread),
                   "{actions: []}") +
         test_text(rule.name + " leaves what is starred", given(rule, rule.age_days, starred),
                   "{actions: [], guard: starred}");
}

}  // namespace

std::string to_policy_yaml(const std::vector<SuggestedRule>& rules, const std::string& mailbox,
                           Time now) {
  auto text = head(mailbox, now);
  for (const auto& rule : rules) text += rule_text(rule);
  text += "tests:\n";
  for (const auto& rule : rules) text += tests_text(rule);
  return text;
}

}  // namespace mailcomb::analysis
