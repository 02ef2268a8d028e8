// SPDX-License-Identifier: Apache-2.0
// Runs the tests of a policy: each on a mailbox of its messages, by the same plan as all mail.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/explanation.hpp"
#include "pipeline/resolution.hpp"
#include "policy/policy.hpp"

namespace mailcomb::pipeline {

struct TestResult {
  std::string name;
  Mark mark;
  policy::Expectation expect;
  std::vector<mail::Action> actions;    // What would happen, sorted.
  std::vector<plan::Guard> guards;      // Those that keep the message.
  std::vector<std::string> complaints;  // What is not as expected; empty: the test passed.
  Explanation explanation;

  bool passed() const { return complaints.empty(); }
};

// Makes the policy ready for a mailbox, as of a time.
using ResolveAt =
    std::function<Checked<Resolved>(Time now, const plugin::MailboxDescription& mailbox)>;

// In the order of the policy. Fails if the policy cannot be resolved; a test that names a rule or a
// guard that there is not is an error at its place.
Checked<std::vector<TestResult>> run_tests(const policy::Policy& policy, const ResolveAt& resolve);

// Compares; pure but for the explanation that it takes along.
TestResult judge(const policy::Test& test, Explanation explanation);

}  // namespace mailcomb::pipeline
