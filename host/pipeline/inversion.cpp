// SPDX-License-Identifier: Apache-2.0
#include "pipeline/inversion.hpp"

#include "pipeline/preparation.hpp"
#include "pipeline/state_text.hpp"

namespace mailcomb::pipeline {
namespace {

using journal::Intent;
using journal::MessageResult;
using journal::Outcome;

Intent inverse_of(const Intent& done, const mail::State& now, const std::string& undone_run) {
  Intent intent;
  intent.message_id = done.message_id;
  for (auto at = done.actions.rbegin(); at != done.actions.rend(); ++at)
    if (const auto inverse = mail::inverse(at->action))
      intent.actions.push_back({*inverse, at->rule, "undoes run " + undone_run});
  intent.prior = now;
  intent.expected = done.prior;
  intent.restore = done.restore;
  intent.is_undo = true;
  return intent;
}

}  // namespace

Inversion invert(const journal::Run& run, const Observations& observations,
                 std::int64_t batch_max) {
  Inversion inversion;
  for (const auto& intent : run.intents) {
    const auto& id = intent.message_id;
    const auto* observed = observations.find(id);
    if (!observed) {
      const auto why = observations.why_missing(id);
      inversion.skipped.push_back(
          why.empty() ? MessageResult{id, Outcome::kGone, "no longer in the mailbox"}
                      : MessageResult{id, Outcome::kFailed, why});
    } else if (observed->state == intent.prior) {
      ++inversion.nothing_to_undo;
    } else if (mail::fits(observed->state, intent.expected)) {
      inversion.intents.push_back(inverse_of(intent, observed->state, run.summary.header.run_id));
    } else {
      inversion.skipped.push_back({id, Outcome::kTouched,
                                   "somebody changed it since the run: it is " +
                                       state_text(observed->state) + ", and the run left it " +
                                       state_text(intent.expected)});
    }
  }
  number_batches(inversion.intents, batch_max);
  return inversion;
}

Result<Inversion> invert(plugin::Mailbox& mailbox, const journal::Run& run,
                         const plugin::StopAsked& stop) {
  std::vector<std::string> ids;
  for (const auto& intent : run.intents) ids.push_back(intent.message_id);
  const auto observations = observe(mailbox, ids, WithRestore::kNo, stop);
  if (!observations) return tl::unexpected(observations.error());
  return invert(run, *observations, mailbox.description().changes_per_batch);
}

}  // namespace mailcomb::pipeline
