// SPDX-License-Identifier: Apache-2.0
#include "pipeline/preparation.hpp"

#include <algorithm>
#include <set>

#include "pipeline/state_text.hpp"

namespace mailcomb::pipeline {
namespace {

using journal::Intent;
using journal::MessageResult;
using journal::Outcome;

bool trashes(const Intent& intent) {
  return std::any_of(intent.actions.begin(), intent.actions.end(), [](const auto& intended) {
    return intended.action.kind == mail::Action::Kind::kTrash;
  });
}

Intent intent_of(const plan::Plan& plan, const plan::Change& change, const Observed& observed) {
  Intent intent;
  intent.message_id = change.id;
  for (const auto& planned : change.actions)
    intent.actions.push_back(
        {planned.action, plan.rules[planned.rule].name, plan.reasons[planned.reason]});
  intent.prior = observed.state;
  intent.expected = mail::after(observed.state, journal::actions_of(intent));
  intent.restore = observed.restore;
  intent.metadata = {change.subject, change.from};
  return intent;
}

MessageResult missing(const plan::Change& change, const Observations& observations) {
  const auto why = observations.why_missing(change.id);
  if (!why.empty()) return {change.id, Outcome::kFailed, why};
  return {change.id, Outcome::kGone, "no longer in the mailbox"};
}

MessageResult drifted(const plan::Change& change, const mail::State& now) {
  return {change.id, Outcome::kTouched,
          "another program changed it since the plan was made: it is " + state_text(now) +
              ", and was " + state_text(change.prior)};
}

}  // namespace

Preparation make_intents(const plan::Plan& plan, const Observations& observations,
                         std::int64_t batch_max) {
  Preparation preparation;
  for (const auto& change : plan.changes) {
    const auto* observed = observations.find(change.id);
    if (!observed)
      preparation.dropped.push_back(missing(change, observations));
    else if (observed->state != change.prior)
      preparation.dropped.push_back(drifted(change, observed->state));
    else
      preparation.intents.push_back(intent_of(plan, change, *observed));
  }
  auto& intents = preparation.intents;
  std::stable_partition(intents.begin(), intents.end(),
                        [](const Intent& intent) { return !trashes(intent); });
  number_batches(intents, batch_max);
  return preparation;
}

void number_batches(std::vector<Intent>& intents, std::int64_t batch_max) {
  for (std::size_t i = 0; i < intents.size(); ++i)
    intents[i].batch = static_cast<std::int64_t>(i) / batch_max;
}

std::vector<std::string> actions_of(const std::vector<Intent>& intents) {
  std::set<std::string> actions;
  for (const auto& intent : intents)
    for (const auto& intended : intent.actions) actions.insert(mail::to_text(intended.action));
  return {actions.begin(), actions.end()};
}

Result<Preparation> prepare(plugin::Mailbox& mailbox, const plan::Plan& plan,
                            const plugin::StopAsked& stop) {
  std::vector<std::string> ids;
  for (const auto& change : plan.changes) ids.push_back(change.id);
  const auto observations = observe(mailbox, ids, WithRestore::kYes, stop);
  if (!observations) return tl::unexpected(observations.error());
  auto preparation = make_intents(plan, *observations, mailbox.description().changes_per_batch);
  auto creations = mailbox.prepare(actions_of(preparation.intents));
  if (!creations) return tl::unexpected(creations.error());
  preparation.creations = std::move(*creations);
  return preparation;
}

}  // namespace mailcomb::pipeline
