// SPDX-License-Identifier: Apache-2.0
#include "app/commands/saved.hpp"

#include "app/text_file.hpp"

namespace mailcomb::app {
namespace {

tl::unexpected<Error> refuse(std::string message, std::string hint) {
  return fail(Fault::kInvalid, std::move(message), std::move(hint));
}

Result<void> check_binding(const plan::Binding& saved, const OpenMailbox& mailbox,
                           const pipeline::Resolved& resolved, const Protection& protection) {
  const std::string hint = "make a new plan with 'mailcomb plan --out FILE'";
  const auto& account = mailbox.mailbox.description().account;
  if (saved.provider != mailbox.provider || saved.account != account)
    return refuse("the plan is for mailbox " + saved.provider + ":" + saved.account + ", not " +
                      mailbox.provider + ":" + account,
                  "leave --mailbox out, or give that one");
  if (saved.policy_digest != resolved.digest)
    return refuse("policy '" + saved.policy + "' changed since the plan was made", hint);
  if (protection.unknown) return tl::unexpected(*protection.unknown);
  if (saved.protected_digest != protection.digest)
    return refuse("the protected senders changed since the plan was made", hint);
  if (saved.plugins != resolved.plugins)
    return refuse("a plugin that the plan was made with changed since, or is missing", hint);
  return {};
}

}  // namespace

Result<plan::SavedPlan> read_saved(const Workbench& bench) {
  const auto& file = bench.options().plan;
  const auto text = read_text_file(file);
  if (!text) return tl::unexpected(text.error());
  return plan::read_plan(*text, file);
}

Checked<Planned> bind_saved(Workbench& bench, const OpenMailbox& mailbox, plan::SavedPlan saved) {
  const auto& named = bench.options().policy;
  auto policy = bench.find_policy(named.empty() ? saved.binding.policy_reference : named);
  if (!policy) return tl::unexpected(std::move(policy.error()));
  auto resolved = bench.resolve(*policy, &mailbox, saved.plan.now);
  if (!resolved) return tl::unexpected(std::move(resolved.error()));
  const auto protection = heed_protected(bench, resolved->program);
  if (auto bound = check_binding(saved.binding, mailbox, *resolved, protection); !bound)
    return all(bound.error());
  bench.measured().policy = policy->policy.name;
  return Planned{std::move(*policy),
                 std::move(*resolved),
                 {std::move(saved.plan), {}, {}, mailbox.mailbox.description().cost_unit},
                 std::move(saved.binding),
                 std::move(saved.digest),
                 {}};
}

}  // namespace mailcomb::app
