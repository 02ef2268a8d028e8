// SPDX-License-Identifier: Apache-2.0
// Coverage: which rules and guards of a policy its tests reach.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/policy_tests.hpp"

namespace mailcomb::pipeline {

struct Coverage {
  struct Entry {
    std::string name;
    std::int64_t tests = 0;  // Of a rule: in which it acts; of a guard: in which it keeps.
  };
  std::vector<Entry> rules;
  std::vector<Entry> guards;  // Those that can keep something from one of the rules.

  bool is_complete() const;
};

// `program` is the policy's as of `now`, for a mailbox that derives what it can.
Coverage cover(const RuleProgram& program, Time now, const std::vector<TestResult>& results);

}  // namespace mailcomb::pipeline
