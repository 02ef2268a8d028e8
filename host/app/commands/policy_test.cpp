// SPDX-License-Identifier: Apache-2.0
// policy test, policy coverage: what the tests of policies say, and what they leave out.
#include <algorithm>

#include "app/commands/commands.hpp"
#include "app/commands/proven.hpp"
#include "app/report/junit.hpp"
#include "app/report/test_report.hpp"
#include "app/text_file.hpp"
#include "pipeline/given_mailbox.hpp"

namespace mailcomb::app {
namespace {

// Every file is tried, whatever the ones before it were like.
template <class Look>
Errors look_at_each(Workbench& bench, Look look) {
  Errors errors;
  for (const auto& file : bench.options().files) {
    auto policy = bench.find_policy(file);
    auto looked = policy ? look(*policy) : tl::unexpected(std::move(policy.error()));
    if (!looked) errors.insert(errors.end(), looked.error().begin(), looked.error().end());
  }
  return errors;
}

Result<void> write_junit(const std::string& file, const std::vector<PolicyTests>& policies) {
  auto out = WholeFile::create(file);
  if (!out) return tl::unexpected(out.error());
  out->write(junit_xml(policies));
  return out->finish();
}

bool all_passed(const std::vector<PolicyTests>& policies) {
  return std::all_of(policies.begin(), policies.end(), [](const auto& policy) {
    return std::all_of(policy.results.begin(), policy.results.end(),
                       [](const auto& result) { return result.passed(); });
  });
}

// The policy as it is for a mailbox that tells nothing that can be derived.
Checked<pipeline::Resolved> resolve_bare(Workbench& bench, const FoundPolicy& policy) {
  const auto mailbox = pipeline::open_given_mailbox({});
  if (!mailbox) return all(mailbox.error());
  return bench.resolve(policy, mailbox->description(), bench.now());
}

}  // namespace

CommandResult run_policy_test(Workbench& bench) {
  std::vector<PolicyTests> policies;
  auto errors = look_at_each(bench, [&](const FoundPolicy& policy) -> Checked<void> {
    // Also without tests the policy has to be valid.
    if (auto resolved = resolve_bare(bench, policy); !resolved)
      return tl::unexpected(std::move(resolved.error()));
    auto results = run_tests(bench, policy);
    if (!results) return tl::unexpected(std::move(results.error()));
    policies.push_back({policy.policy.name, policy.reference, std::move(*results)});
    return {};
  });
  if (!policies.empty())
    bench.terminal().print(render(test_report(policies), bench.options().format));
  const auto& junit = bench.options().tests.junit;
  if (!junit.empty())
    if (auto written = write_junit(junit, policies); !written) errors.push_back(written.error());
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return all_passed(policies) ? ExitCode::kOk : ExitCode::kTests;
}

CommandResult run_policy_coverage(Workbench& bench) {
  std::vector<PolicyCoverage> policies;
  auto errors = look_at_each(bench, [&](const FoundPolicy& policy) -> Checked<void> {
    const auto resolved = resolve_bare(bench, policy);
    if (!resolved) return tl::unexpected(resolved.error());
    const auto results = run_tests(bench, policy);
    if (!results) return tl::unexpected(results.error());
    policies.push_back(
        {policy.policy.name, pipeline::cover(resolved->program, bench.now(), *results)});
    return {};
  });
  if (!policies.empty())
    bench.terminal().print(render(coverage_report(policies), bench.options().format));
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
