// SPDX-License-Identifier: Apache-2.0
#include "app/commands/planned.hpp"

#include <algorithm>
#include <span>

#include "app/signals.hpp"
#include "journal/protected_list.hpp"
#include "mailcomb/abi/version.h"
#include "pipeline/measure.hpp"
#include "pipeline/narrowing.hpp"
#include "pipeline/runs.hpp"
#include "plan/saved_plan.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

plan::Binding binding_of(const OpenMailbox& mailbox, const FoundPolicy& policy,
                         const pipeline::Resolved& resolved, const Protection& protection) {
  plan::Binding binding;
  binding.created_at = Workbench::clock();
  binding.plan_id = pipeline::make_run_id(binding.created_at, Workbench::random());
  binding.policy = policy.policy.name;
  binding.policy_digest = resolved.digest;
  binding.protected_digest = protection.digest;
  binding.policy_reference = policy.reference;
  binding.provider = mailbox.provider;
  binding.account = mailbox.mailbox.description().account;
  binding.mailbox_reference = mailbox.reference;
  binding.plugins = resolved.plugins;
  return binding;
}

std::string version() {
  return std::to_string(MAILCOMB_VERSION_MAJOR) + "." + std::to_string(MAILCOMB_VERSION_MINOR) +
         "." + std::to_string(MAILCOMB_VERSION_PATCH);
}

}  // namespace

pipeline::PlanningHooks planning_hooks(Workbench& bench) {
  return {is_stop_asked,
          [&bench](std::int64_t scanned, std::optional<double> share) {
            bench.terminal().progress().show("scanned", {scanned, 0, share});
          },
          {},
          &bench.meter()};
}

Protection heed_protected(Workbench& bench, pipeline::RuleProgram& program) {
  const auto unknown = [&](const Error& error) {
    program.notes.push_back("protected senders are not heeded, because the store cannot be read: " +
                            error.message);
    return Protection{"unknown", error};
  };
  auto store = bench.open_store_if_there();
  if (!store) return unknown(store.error().front());
  if (!*store) return {program.senders.digest(), {}};  // Nobody was protected in it yet.
  auto list = journal::load_protected(**store);
  if (!list) return unknown(list.error());
  program.senders = std::move(list->senders);
  return {program.senders.digest(), {}};
}

void heed_protected(Workbench& bench, std::span<pipeline::RuleProgram* const> programs) {
  std::optional<Error> unknown;
  for (auto* program : programs) unknown = heed_protected(bench, *program).unknown;
  if (unknown) bench.terminal().warn("protected senders are not heeded: " + to_text(*unknown));
}

Checked<Planned> make_planned(Workbench& bench, OpenMailbox& mailbox) {
  auto policy = bench.find_policy();
  if (!policy) return tl::unexpected(std::move(policy.error()));
  auto resolved = bench.resolve(*policy, &mailbox, bench.now());
  if (!resolved) return tl::unexpected(std::move(resolved.error()));
  auto protection = heed_protected(bench, resolved->program);
  auto narrowed = pipeline::act_only(resolved->program, bench.options().narrowing.only_rules,
                                     policy->policy.name);
  if (!narrowed) return all(narrowed.error());
  resolved->program.backlog = bench.settings().backlog;
  auto planning = pipeline::make_plan(mailbox.mailbox, resolved->program, bench.now(),
                                      planning_hooks(bench), {bench.options().decisions, {}});
  bench.terminal().progress().end();
  if (!planning) return all(planning.error());
  bench.measured().policy = policy->policy.name;
  pipeline::measure_plan(*planning, policy->policy.name, bench.meter());
  auto binding = binding_of(mailbox, *policy, *resolved, protection);
  return Planned{std::move(*policy),
                 std::move(*resolved),
                 std::move(*planning),
                 std::move(binding),
                 {},
                 std::move(protection.unknown)};
}

std::string digest_of(const Planned& planned) {
  if (planned.saved_digest) return *planned.saved_digest;
  return plan::write_plan(planned.planning.plan, planned.binding, [](std::string_view) {});
}

Report report_of(const Planned& planned, Format format, const PlanShow& show) {
  PlanView view{planned.planning, planned.resolved.program, planned.binding, {}, show};
  if (format == Format::kJson) view.digest = digest_of(planned);
  return plan_report(view, format);
}

std::string rendered(const Planned& planned, Format format) {
  return render(report_of(planned, format), format);
}

namespace {

// What the journal is handed at once.
constexpr std::size_t kForeseenAtOnce = 1000;

std::vector<journal::Foreseen> foreseen_by(std::span<const plan::Change> changes) {
  std::vector<journal::Foreseen> foreseen;
  for (const auto& change : changes) {
    foreseen.push_back({change.id, {}});
    for (const auto& planned : change.actions) foreseen.back().actions.push_back(planned.action);
  }
  return foreseen;
}

Result<void> foresee(journal::Recorder& recorder, std::span<const plan::Change> changes) {
  while (!changes.empty()) {
    const auto now = changes.first(std::min(kForeseenAtOnce, changes.size()));
    if (auto done = recorder.foresee(foreseen_by(now)); !done) return done;
    changes = changes.subspan(now.size());
  }
  return {};
}

}  // namespace

void remember(Workbench& bench, const OpenMailbox& mailbox, const Planned& planned) {
  const auto say = [&](const Error& error) {
    bench.terminal().note("note: this plan is not recorded: " + to_text(error));
  };
  auto store = bench.open_store();
  if (!store) return say(store.error().front());
  auto header = header_for(bench, mailbox, planned.binding, planned.planning.plan.now);
  header.run_id = planned.binding.plan_id;
  header.started_at = planned.binding.created_at;
  if (auto kept = journal::keep_policy(*store, policy_text(planned), header.started_at); !kept)
    return say(kept.error());
  journal::Recorder recorder(*store, Workbench::clock, header.run_id);
  if (auto begun = recorder.begin(header, {}, {}); !begun) return say(begun.error());
  if (auto done = foresee(recorder, planned.planning.plan.changes); !done) return say(done.error());
  journal::Tally tally;
  tally.planned = planned.planning.plan.totals.changes;
  if (auto ended = recorder.end({journal::RunStatus::kPlanned, tally}); !ended) say(ended.error());
}

journal::RunHeader header_for(Workbench& bench, const OpenMailbox& mailbox,
                              const plan::Binding& binding, Time now) {
  journal::RunHeader header;
  header.started_at = bench.clock();
  header.run_id = pipeline::make_run_id(header.started_at, Workbench::random());
  header.now = now;
  header.policy = binding.policy;
  header.policy_digest = binding.policy_digest;
  header.protected_digest = binding.protected_digest;
  header.provider = mailbox.provider;
  header.account = mailbox.mailbox.description().account;
  header.mailbox = mailbox.config;
  header.version = version();
  return header;
}

void tell_degradation(Workbench& bench, const Planned& planned) {
  for (const auto& warning : planned.resolved.warnings)
    bench.terminal().note("warning: " + to_text(warning));
  if (const auto text = degradation_text(planned.planning); !text.empty())
    bench.terminal().warn(text);
}

journal::PolicyText policy_text(const Planned& planned) {
  return {planned.binding.policy, planned.binding.policy_digest, planned.policy.text};
}

}  // namespace mailcomb::app
