// SPDX-License-Identifier: Apache-2.0
// Policies with tests, run without plugins: their rules have a `match` and nothing else.
#pragma once

#include <gtest/gtest.h>

#include "pipeline/column_needs.hpp"
#include "pipeline/policy_tests.hpp"
#include "policy/parse.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::pipeline {

inline policy::Policy parse(const std::string& text, Time now) {
  auto policy = policy::read_policy(text, "p.yaml", now, {"match"});
  EXPECT_TRUE(policy) << testing::to_texts(policy.error());
  return policy ? std::move(*policy) : policy::Policy();
}

// As resolution does, for rules whose filter is exact.
inline RuleProgram program_of(const policy::Policy& policy,
                              const plugin::MailboxDescription& mailbox) {
  RuleProgram program;
  ColumnNeeds needs(&mailbox);
  needs.add_always();
  needs.add_threads();
  for (const auto& spec : policy.rules) {
    if (!spec.enabled) continue;
    ReadyRule ready{{}, filter::Evaluator(*spec.match), {}};
    ready.rule.name = spec.name;
    ready.rule.actions = spec.then;
    ready.rule.scope = plan::scope_of(*spec.match, spec.then);
    ready.rule.whole_thread = spec.scope == policy::ThreadScope::kThread;
    needs.add(*spec.match);
    program.rules.push_back(std::move(ready));
  }
  program.columns = needs.columns();
  program.derives_category = needs.derives_category();
  return program;
}

inline Checked<std::vector<TestResult>> run(const std::string& text) {
  return run_tests(parse(text, *parse_rfc3339(policy::kTestsNow)),
                   [&](Time now, const plugin::MailboxDescription& mailbox) -> Checked<Resolved> {
                     Resolved resolved;
                     resolved.program = program_of(parse(text, now), mailbox);
                     return resolved;
                   });
}

}  // namespace mailcomb::pipeline
