// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_tests.hpp"

#include <array>
#include <map>

#include "policy/parse_expect.hpp"
#include "policy/parse_given.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"

namespace mailcomb::policy {
namespace {

constexpr std::array<std::string_view, 4> kKeys = {"name", "now", "given", "expect"};
constexpr std::size_t kTestsMax = 1000;

void refuse(Errors& errors, const Mark& mark, std::string message, std::string hint = {}) {
  errors.push_back(error_at(mark, std::move(message), std::move(hint)));
}

std::string parse_name(const Node& node, const std::string& who, Errors& errors) {
  const Node* name = node.find("name");
  if (name) return read_text(*name, "the name of a test", errors).value_or("");
  refuse(errors, node.mark, who + " has no 'name'", "say what it shows: name: starred mail stays");
  return {};
}

Time parse_now(const Node& node, const std::string& who, Errors& errors) {
  const Time usual = *parse_rfc3339(kTestsNow);
  const Node* now = node.find("now");
  if (!now) return usual;
  const auto text = read_text(*now, who + ": 'now'", errors);
  if (!text) return usual;
  const auto time = parse_rfc3339(*text);
  if (!time)
    refuse(errors, now->mark, who + ": " + in_quotes(*text) + " is not a date or time",
           "write 2024-01-31 or 2024-01-31T18:30:00Z");
  return time.value_or(usual);
}

void parse_messages(const Node& node, const std::string& who, Test& test, Errors& errors) {
  const Node* given = node.find("given");
  if (!given)
    return refuse(errors, node.mark, who + " has no 'given'",
                  "write the message, such as given: {category: promotions, age: 90d}");
  if (given->kind != Node::Kind::kList) {
    test.given.push_back(parse_given(*given, who, test.now, errors));
    return;
  }
  if (given->members.empty()) refuse(errors, given->mark, who + ": 'given' is an empty list");
  for (const auto& member : given->members)
    test.given.push_back(parse_given(member.value, who, test.now, errors));
}

Test parse_test(const Node& node, std::size_t number, Errors& errors) {
  Test test;
  test.mark = node.mark;
  const Node* name = node.find("name");
  const bool is_named = name && name->kind == Node::Kind::kText && !name->text.empty();
  const auto who =
      "test " + (is_named ? in_quotes(name->text) : "number " + std::to_string(number));
  if (node.kind != Node::Kind::kMap) {
    refuse(errors, node.mark, who + " is a mapping, not " + describe(node));
    return test;
  }
  check_keys(node, kKeys, who, errors);
  test.name = parse_name(node, who, errors);
  test.now = parse_now(node, who, errors);
  parse_messages(node, who, test, errors);
  if (const Node* expect = node.find("expect"))
    test.expect = parse_expect(*expect, who, errors);
  else
    refuse(errors, node.mark, who + " has no 'expect'", "write expect: {actions: archive}");
  return test;
}

void check_unique(const std::vector<Test>& tests, Errors& errors) {
  std::map<std::string, int> lines;
  for (const auto& test : tests) {
    if (test.name.empty()) continue;
    const auto [found, is_new] = lines.emplace(test.name, test.mark.line);
    if (!is_new)
      refuse(errors, test.mark, "two tests have the name " + in_quotes(test.name),
             "the other one begins in line " + std::to_string(found->second));
  }
}

}  // namespace

std::vector<Test> parse_tests(const Node& node, Errors& errors) {
  std::vector<Test> tests;
  if (node.kind != Node::Kind::kList) {
    refuse(errors, node.mark, "'tests' is a list of tests, not " + describe(node));
    return tests;
  }
  if (node.members.size() > kTestsMax) {
    refuse(errors, node.members[kTestsMax].value.mark, "a policy has at most 1000 tests");
    return tests;
  }
  for (const auto& member : node.members)
    tests.push_back(parse_test(member.value, tests.size() + 1, errors));
  check_unique(tests, errors);
  return tests;
}

}  // namespace mailcomb::policy
