// SPDX-License-Identifier: Apache-2.0
#include "app/commands/proven.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

constexpr std::size_t kNamesShown = 3;

Error failure(const FoundPolicy& policy, const std::vector<pipeline::TestResult>& results) {
  std::string names;
  std::size_t failed = 0;
  for (const auto& result : results) {
    if (result.passed()) continue;
    if (++failed <= kNamesShown) names += (names.empty() ? "" : ", ") + in_quotes(result.name);
  }
  if (failed > kNamesShown) names += ", …";
  return fail(Fault::kInvalid,
              fmt::format("{} of the {} tests of policy '{}' {}: {}", failed, results.size(),
                          policy.policy.name, failed == 1 ? "fails" : "fail", names),
              "'mailcomb policy test " + shell_word(policy.reference) +
                  "' shows why; --skip-tests goes on without them")
      .value();
}

}  // namespace

// Ages are absolute once a policy is read, so it is read once for each time at which tests take place.
Checked<std::vector<pipeline::TestResult>> run_tests(Workbench& bench, const FoundPolicy& policy) {
  std::map<Time, FoundPolicy> read;
  const auto resolve =
      [&](Time now, const plugin::MailboxDescription& mailbox) -> Checked<pipeline::Resolved> {
    auto found = read.find(now);
    if (found == read.end()) {
      auto again = bench.find_policy(policy.reference, now);
      if (!again) return tl::unexpected(std::move(again.error()));
      found = read.emplace(now, std::move(*again)).first;
    }
    return bench.resolve(found->second, mailbox, now);
  };
  return pipeline::run_tests(policy.policy, resolve);
}

Checked<std::optional<Error>> find_failure(Workbench& bench, const FoundPolicy& policy) {
  if (bench.options().tests.are_skipped) return std::optional<Error>();
  const auto results = run_tests(bench, policy);
  if (!results) return tl::unexpected(results.error());
  const bool all_passed = std::all_of(results->begin(), results->end(),
                                      [](const auto& result) { return result.passed(); });
  return all_passed ? std::optional<Error>() : failure(policy, *results);
}

CommandResult check_tests(Workbench& bench, const std::string& name_or_file) {
  if (bench.options().tests.are_skipped) return ExitCode::kOk;
  const auto policy = name_or_file.empty() ? bench.find_policy() : bench.find_policy(name_or_file);
  if (!policy) return tl::unexpected(policy.error());
  const auto failed = find_failure(bench, *policy);
  if (!failed) return tl::unexpected(failed.error());
  if (!*failed) return ExitCode::kOk;
  bench.terminal().warn("error: " + to_text(**failed));
  return ExitCode::kTests;
}

}  // namespace mailcomb::app
