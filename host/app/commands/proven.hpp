// SPDX-License-Identifier: Apache-2.0
// Proven: the tests of a policy, run before the policy is believed.
#pragma once

#include <optional>
#include <vector>

#include "app/commands/commands.hpp"
#include "pipeline/policy_tests.hpp"

namespace mailcomb::app {

// All tests of the policy, passed or not.
Checked<std::vector<pipeline::TestResult>> run_tests(Workbench& bench, const FoundPolicy& policy);

// That tests of the policy fail; none if they pass, or with --skip-tests.
Checked<std::optional<Error>> find_failure(Workbench& bench, const FoundPolicy& policy);

// For whatever plans, before it does: if a test of the policy fails, says so and answers kTests, which
// is then the command's; else kOk. With --skip-tests they are left out. An empty name is --policy.
CommandResult check_tests(Workbench& bench, const std::string& name_or_file = {});

}  // namespace mailcomb::app
