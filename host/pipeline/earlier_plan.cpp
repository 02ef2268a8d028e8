// SPDX-License-Identifier: Apache-2.0
#include "pipeline/earlier_plan.hpp"

#include "journal/history.hpp"

namespace mailcomb::pipeline {
namespace {

Result<void> check(const journal::Run& run, const std::string& provider,
                   const std::string& account) {
  const auto& header = run.summary.header;
  if (header.kind == journal::RunKind::kUndo)
    return fail(Fault::kUsage, "run '" + header.run_id + "' is an undo: no policy planned it",
                "'mailcomb history list' shows the plans and applies there are");
  if (header.provider != provider || header.account != account)
    return fail(Fault::kUsage,
                "run '" + header.run_id + "' is of mailbox " + header.provider + ":" +
                    header.account + ", not " + provider + ":" + account,
                "'mailcomb history list' shows the runs of each mailbox");
  if (run.summary.trimmed_at)
    return fail(Fault::kUsage,
                "what run '" + header.run_id + "' planned was removed from the journal on " +
                    to_rfc3339(*run.summary.trimmed_at).substr(0, 10),
                "compare with a later run");
  if (run.summary.tally.planned > 0 && run.intents.empty() && run.foreseen.empty())
    return fail(Fault::kUsage,
                "run '" + header.run_id +
                    "' did not write down what it planned: it is of version " + header.version,
                "compare with a later run");
  return {};
}

}  // namespace

Result<EarlierPlan> load_earlier_plan(plugin::Store& store, const std::string& name,
                                      const std::string& provider, const std::string& account) {
  const auto run_id = journal::find_run(store, name);
  if (!run_id) return tl::unexpected(run_id.error());
  const auto run = journal::load_run(store, *run_id);
  if (!run) return tl::unexpected(run.error());
  if (auto checked = check(*run, provider, account); !checked)
    return tl::unexpected(checked.error());
  EarlierPlan earlier{*run_id, {}};
  for (const auto& intent : run->intents)
    earlier.actions[intent.message_id] = journal::actions_of(intent);
  for (const auto& each : run->foreseen) earlier.actions[each.message_id] = each.actions;
  return earlier;
}

}  // namespace mailcomb::pipeline
