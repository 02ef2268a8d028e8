// SPDX-License-Identifier: Apache-2.0
#include "journal/statistics.hpp"

#include <set>

#include "journal/history.hpp"

namespace mailcomb::journal {
namespace {

bool needs_messages(GroupBy by) { return by == GroupBy::kRule || by == GroupBy::kAction; }

std::string key_of(const RunHeader& header, GroupBy by) {
  if (by == GroupBy::kPolicy) return header.policy;
  if (by == GroupBy::kMailbox) return header.provider + ":" + header.account;
  return to_rfc3339(std::chrono::floor<std::chrono::days>(header.started_at)).substr(0, 10);
}

std::set<std::string> keys_of(const Intent& intent, GroupBy by) {
  std::set<std::string> keys;
  for (const auto& intended : intent.actions)
    keys.insert(by == GroupBy::kRule ? intended.rule : mail::to_text(intended.action));
  return keys;
}

void add_to(GroupTally& group, const Tally& messages, bool is_undone) {
  ++group.runs;
  group.messages += messages;
  if (is_undone) group.undone += messages.done;
}

std::map<std::string, Tally> tallies_of(const Run& run, GroupBy by) {
  std::map<std::string, Tally> tallies;
  for (const auto& intent : run.intents) {
    const auto result = run.results.find(intent.message_id);
    for (const auto& key : keys_of(intent, by)) {
      auto& tally = tallies[key];
      ++tally.planned;
      if (result != run.results.end()) tally.count(result->second.outcome);
    }
  }
  return tallies;
}

}  // namespace

void add(const Run& run, GroupBy by, Statistics& statistics) {
  const auto& summary = run.summary;
  const bool is_undone = !summary.undone_by.empty();
  if (!needs_messages(by))
    return add_to(statistics.groups[key_of(summary.header, by)], summary.tally, is_undone);
  if (run.intents.empty() && summary.tally.planned > 0) ++statistics.without_details;
  for (const auto& [key, tally] : tallies_of(run, by))
    add_to(statistics.groups[key], tally, is_undone);
}

Result<Statistics> count_runs(plugin::Store& store, const RunSelection& selection, GroupBy by) {
  const auto runs = list_runs(store, selection);
  if (!runs) return tl::unexpected(runs.error());
  Statistics statistics;
  for (const auto& summary : *runs) {
    if (summary.header.kind != RunKind::kApply) continue;
    // One that has not ended tells its numbers only by its messages.
    if (!needs_messages(by) && summary.ended_at) {
      add({summary, {}, {}, {}, {}, 0}, by, statistics);
      continue;
    }
    const auto run = load_run(store, summary.header.run_id);
    if (!run) return tl::unexpected(run.error());
    add(*run, by, statistics);
  }
  return statistics;
}

}  // namespace mailcomb::journal
