// SPDX-License-Identifier: Apache-2.0
#include "app/commands/unfinished.hpp"

#include <algorithm>

#include "journal/history.hpp"

namespace mailcomb::app {
namespace {

using journal::RunKind;
using journal::RunStatus;

bool is_open(const journal::RunSummary& run) {
  const bool has_stopped =
      run.status == RunStatus::kUnfinished || run.status == RunStatus::kInterrupted;
  return has_stopped && run.header.kind != RunKind::kPlan && run.undone_by.empty();
}

}  // namespace

Result<std::vector<UnfinishedRun>> find_unfinished(plugin::Store& store,
                                                   const OpenMailbox& mailbox) {
  const auto runs = journal::list_runs(store);
  if (!runs) return tl::unexpected(runs.error());
  const auto& account = mailbox.mailbox.description().account;
  // An undo under way has taken its run over: what that run left is not to be done any more.
  std::vector<std::string> undoing;
  std::vector<UnfinishedRun> unfinished;
  for (const auto& run : *runs) {
    if (run.header.provider != mailbox.provider || run.header.account != account) continue;
    if (!is_open(run)) continue;
    if (std::find(undoing.begin(), undoing.end(), run.header.run_id) != undoing.end()) continue;
    if (run.header.kind == RunKind::kUndo) undoing.push_back(run.header.undoes);
    unfinished.push_back({run.header.run_id, run.header.kind});
  }
  std::reverse(unfinished.begin(), unfinished.end());
  return unfinished;
}

}  // namespace mailcomb::app
