// SPDX-License-Identifier: Apache-2.0
#include "app/report/test_report.hpp"

#include <fmt/format.h>

#include "app/report/explain_report.hpp"
#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;
using pipeline::TestResult;

constexpr const char* kIndent = "          ";

std::string indented(const std::string& text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (end > at) shown += kIndent + text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return shown;
}

std::string place_text(const Mark& mark) {
  return fmt::format("{}:{}:{}", mark.source ? printable(mark.source->name) : "", mark.line,
                     mark.column);
}

std::string result_text(const TestResult& result) {
  auto text =
      fmt::format("  {}{}\n", result.passed() ? "ok      " : "FAILED  ", printable(result.name));
  if (result.passed()) return text;
  text += kIndent + place_text(result.mark) + "\n";
  for (const auto& complaint : result.complaints) text += kIndent + printable(complaint) + "\n";
  return text + indented(rules_text(result.explanation));
}

json texts_of(const std::vector<mail::Action>& actions) {
  json texts = json::array();
  for (const auto& action : actions) texts.push_back(mail::to_text(action));
  return texts;
}

json result_json(const PolicyTests& policy, const TestResult& result) {
  json expected = {{"actions", texts_of(result.expect.actions)}};
  if (!result.expect.guards.empty()) expected["guards"] = result.expect.guards;
  if (!result.expect.rule.empty()) expected["rule"] = result.expect.rule;
  if (!result.expect.reason.empty()) expected["reason"] = result.expect.reason;
  json guards = json::array();
  for (const auto guard : result.guards) guards.push_back(plan::to_text(guard));
  json object = {{"policy", policy.policy},
                 {"test", result.name},
                 {"status", result.passed() ? "ok" : "failed"},
                 {"place", place_text(result.mark)},
                 {"expected", std::move(expected)},
                 {"actual", {{"actions", texts_of(result.actions)}, {"guards", std::move(guards)}}},
                 {"complaints", result.complaints}};
  if (!result.passed()) object["rules"] = rules_json(result.explanation);
  return object;
}

struct Counts {
  std::size_t tests = 0;
  std::size_t failed = 0;
};

std::string plural(std::size_t count, const std::string& word, const std::string& words) {
  return fmt::format("{} {}", count, count == 1 ? word : words);
}

std::string totals_text(const Counts& counts, std::size_t policies) {
  return fmt::format("{} of {}: {} ok, {} failed\n", plural(counts.tests, "test", "tests"),
                     plural(policies, "policy", "policies"), counts.tests - counts.failed,
                     counts.failed);
}

void add_entries(const PolicyCoverage& policy, const char* kind,
                 const std::vector<pipeline::Coverage::Entry>& entries, Table& table, json& list) {
  for (const auto& entry : entries) {
    table.add({policy.policy, kind, entry.name, std::to_string(entry.tests)});
    list.push_back(
        {{"policy", policy.policy}, {"kind", kind}, {"name", entry.name}, {"tests", entry.tests}});
  }
}

std::string missing_text(const PolicyCoverage& policy) {
  std::string text;
  const auto add = [&](const char* kind, const auto& entries) {
    for (const auto& entry : entries)
      if (entry.tests == 0) text += fmt::format("  no test reaches {} {}\n", kind, entry.name);
  };
  add("rule", policy.coverage.rules);
  add("guard", policy.coverage.guards);
  const auto count = policy.coverage.rules.size() + policy.coverage.guards.size();
  return policy.policy + "\n" +
         (text.empty() ? fmt::format("  tests reach all {} rules and guards\n", count) : text);
}

}  // namespace

Report test_report(const std::vector<PolicyTests>& policies) {
  Table table({{"policy"}, {"test"}, {"status"}, {"complaint", Align::kLeft, 120}, {"place"}});
  json tests = json::array(), untested = json::array();
  std::string text;
  Counts counts;
  for (const auto& policy : policies) {
    text += policy.policy + (policy.results.empty() ? ": has no tests\n" : "\n");
    if (policy.results.empty()) untested.push_back(policy.policy);
    for (const auto& result : policy.results) {
      ++counts.tests;
      counts.failed += result.passed() ? 0 : 1;
      text += result_text(result);
      tests.push_back(result_json(policy, result));
      table.add({policy.policy, result.name, result.passed() ? "ok" : "failed",
                 result.passed() ? "" : result.complaints.front(), place_text(result.mark)});
    }
  }
  text += totals_text(counts, policies.size());
  json document = {
      {"tests", std::move(tests)},
      {"without_tests", std::move(untested)},
      {"totals",
       {{"policies", policies.size()}, {"tests", counts.tests}, {"failed", counts.failed}}}};
  return {std::move(text), std::move(document), "tests", std::move(table)};
}

Report coverage_report(const std::vector<PolicyCoverage>& policies) {
  Table table({{"policy"}, {"kind"}, {"name"}, {"tests", Align::kRight}});
  json reached = json::array();
  std::string text;
  for (const auto& policy : policies) {
    add_entries(policy, "rule", policy.coverage.rules, table, reached);
    add_entries(policy, "guard", policy.coverage.guards, table, reached);
    text += missing_text(policy);
  }
  return {std::move(text), {{"coverage", std::move(reached)}}, "coverage", std::move(table)};
}

}  // namespace mailcomb::app
