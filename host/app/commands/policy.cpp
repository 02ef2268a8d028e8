// SPDX-License-Identifier: Apache-2.0
// policy: looks at policies and checks them.
#include <algorithm>

#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/report/policy_report.hpp"
#include "policy/find.hpp"

namespace mailcomb::app {
namespace {

Checked<pipeline::Resolved> check(Workbench& bench, const std::string& name_or_file,
                                  const OpenMailbox* mailbox) {
  const auto policy = bench.find_policy(name_or_file);
  if (!policy) return tl::unexpected(policy.error());
  return bench.resolve(*policy, mailbox, bench.now());
}

}  // namespace

// Every file is checked, whatever the ones before it were like.
CommandResult run_policy_validate(Workbench& bench) {
  std::optional<OpenMailbox> mailbox;
  if (!bench.options().mailbox.empty()) {
    auto opened = bench.open_mailbox();
    if (!opened) return tl::unexpected(std::move(opened.error()));
    mailbox.emplace(std::move(*opened));
  }
  Errors errors;
  std::vector<std::string> valid;
  for (const auto& file : bench.options().files) {
    const auto resolved = check(bench, file, mailbox ? &*mailbox : nullptr);
    if (!resolved) {
      errors.insert(errors.end(), resolved.error().begin(), resolved.error().end());
      continue;
    }
    valid.push_back(file);
    for (const auto& warning : resolved->warnings)
      bench.terminal().note("warning: " + to_text(warning));
  }
  if (!valid.empty())
    bench.terminal().print(render(validation_report(valid), bench.options().format));
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return ExitCode::kOk;
}

CommandResult run_policy_show(Workbench& bench) {
  const auto policy = bench.find_policy();
  if (!policy) return tl::unexpected(policy.error());
  const auto resolved = bench.resolve(*policy, nullptr, bench.now());
  if (!resolved) return tl::unexpected(resolved.error());
  bench.terminal().print(render(policy_report(policy->policy, *resolved), bench.options().format));
  return ExitCode::kOk;
}

CommandResult run_policy_list(Workbench& bench) {
  std::vector<PolicyListing> listings;
  for (const auto& [name, file] : policy::list_policies(bench.environment().policy_folders)) {
    const auto policy = bench.find_policy(name);
    listings.push_back({name, file.string(), policy ? policy->policy.title : "",
                        policy ? "" : to_text(policy.error().front())});
  }
  bench.terminal().print(render(policy_list_report(listings), bench.options().format));
  const bool all_valid = std::all_of(listings.begin(), listings.end(),
                                     [](const auto& each) { return each.error.empty(); });
  return all_valid ? ExitCode::kOk : ExitCode::kInvalid;
}

}  // namespace mailcomb::app
