// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

void add_policy_test_commands(Grammar& grammar, CLI::App& policies) {
  auto& options = grammar.options;
  auto* test =
      grammar.command(policies, "test", "Run the tests that policies carry", run_policy_test);
  test->add_option("--junit", options.tests.junit, "Also write the results as JUnit XML")
      ->option_text("FILE");
  auto* coverage =
      grammar.command(policies, "coverage", "Which rules and guards no test of the policy reaches",
                      run_policy_coverage);
  for (auto* sub : {test, coverage}) {
    sub->add_option("FILE", options.files, "Policies by name or file")->required();
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
