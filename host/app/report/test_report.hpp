// SPDX-License-Identifier: Apache-2.0
// How the tests of policies are shown, and what they leave out.
#pragma once

#include <string>
#include <vector>

#include "app/report/report.hpp"
#include "pipeline/coverage.hpp"
#include "pipeline/policy_tests.hpp"

namespace mailcomb::app {

struct PolicyTests {
  std::string policy;
  std::string reference;  // As it was asked for: a name or a file.
  std::vector<pipeline::TestResult> results;
};

// A line a test; of one that failed also what was expected, and what each predicate saw.
Report test_report(const std::vector<PolicyTests>& policies);

struct PolicyCoverage {
  std::string policy;
  pipeline::Coverage coverage;
};

Report coverage_report(const std::vector<PolicyCoverage>& policies);

}  // namespace mailcomb::app
