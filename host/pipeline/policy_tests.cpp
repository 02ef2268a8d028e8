// SPDX-License-Identifier: Apache-2.0
#include "pipeline/policy_tests.hpp"

#include <algorithm>
#include <map>

#include "pipeline/given_mailbox.hpp"
#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::pipeline {
namespace {

using policy::Test;

// The message that a test is about.
constexpr const char* kJudged = "1";

bool evaluates(const RuleProgram& program) {
  return std::any_of(program.rules.begin(), program.rules.end(),
                     [](const ReadyRule& rule) { return rule.evaluation.has_value(); });
}

// Programs by what they depend on; those whose rule types look at mail may remember it, so that each
// test gets a new one.
class Programs {
 public:
  explicit Programs(const ResolveAt& resolve) : resolve_(resolve) {}

  Checked<RuleProgram*> at(Time now, const plugin::MailboxDescription& mailbox) {
    const Key key{now, mailbox.columns};
    auto found = programs_.find(key);
    if (found == programs_.end() || evaluates(found->second)) {
      auto resolved = resolve_(now, mailbox);
      if (!resolved) return tl::unexpected(std::move(resolved.error()));
      found = programs_.insert_or_assign(key, std::move(resolved->program)).first;
    }
    return &found->second;
  }

 private:
  using Key = std::pair<Time, std::vector<std::string>>;

  const ResolveAt& resolve_;
  std::map<Key, RuleProgram> programs_;
};

std::optional<Error> check_rule(const policy::Policy& policy, const Test& test) {
  const auto& name = test.expect.rule;
  if (name.empty()) return {};
  std::vector<std::string_view> names;
  for (const auto& rule : policy.rules) {
    if (rule.name == name && rule.enabled) return {};
    if (rule.name == name)
      return error_at(test.expect.rule_mark,
                      "test " + in_quotes(test.name) + ": rule '" + name + "' is disabled",
                      "enable the rule, or take the test away");
    names.push_back(rule.name);
  }
  return error_at(test.expect.rule_mark,
                  "test " + in_quotes(test.name) + ": there is no rule " + in_quotes(name),
                  suggest(name, names, "rules"));
}

Errors check_names(const policy::Policy& policy) {
  Errors errors;
  for (const auto& test : policy.tests) {
    if (auto error = check_rule(policy, test)) errors.push_back(std::move(*error));
    for (const auto& guard : test.expect.guards)
      if (std::find(plan::kGuardNames.begin(), plan::kGuardNames.end(), guard) ==
          plan::kGuardNames.end())
        errors.push_back(
            error_at(test.expect.guard_mark,
                     "test " + in_quotes(test.name) + ": there is no guard " + in_quotes(guard),
                     suggest(guard, plan::kGuardNames, "guards")));
  }
  return errors;
}

tl::unexpected<Errors> at_test(const Test& test, const Error& error) {
  return tl::unexpected(Errors{
      error_at(test.mark, "test " + in_quotes(test.name) + ": " + error.message, error.hint)});
}

Checked<TestResult> run_test(const Test& test, Programs& programs) {
  auto mailbox = open_given_mailbox(test.given);
  if (!mailbox) return at_test(test, mailbox.error());
  const auto program = programs.at(test.now, mailbox->description());
  if (!program) return tl::unexpected(program.error());
  auto explanation = explain(*mailbox, **program, test.now, {}, kJudged);
  if (!explanation) return at_test(test, explanation.error());
  return judge(test, std::move(*explanation));
}

}  // namespace

Checked<std::vector<TestResult>> run_tests(const policy::Policy& policy, const ResolveAt& resolve) {
  if (auto errors = check_names(policy); !errors.empty()) return tl::unexpected(std::move(errors));
  Programs programs(resolve);
  std::vector<TestResult> results;
  for (const auto& test : policy.tests) {
    auto result = run_test(test, programs);
    if (!result) return tl::unexpected(std::move(result.error()));
    results.push_back(std::move(*result));
  }
  return results;
}

}  // namespace mailcomb::pipeline
