// SPDX-License-Identifier: Apache-2.0
#include "journal/history.hpp"

#include <algorithm>
#include <functional>

#include "journal/head.hpp"
#include "journal/ledger.hpp"
#include "journal/payload.hpp"
#include "journal/summary.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

bool read_event(const Event& event, Run& run) {
  run.next_sequence = event.sequence + 1;
  if (event.kind == kPlanned) {
    auto intent = read_intent(event.payload);
    if (!intent) return false;
    intent->sealed = event.sealed;
    intent->is_undo = run.summary.header.kind == RunKind::kUndo;
    run.intents.push_back(std::move(*intent));
    return true;
  }
  if (event.kind == kResult) {
    const auto result = read_result(event.payload);
    if (result) run.results.insert_or_assign(result->message_id, *result);
    if (!result) return false;
  }
  if (event.kind == kForeseen) {
    const auto foreseen = read_foreseen(event.payload);
    if (foreseen) run.foreseen.insert(run.foreseen.end(), foreseen->begin(), foreseen->end());
    return foreseen.has_value();
  }
  if (event.kind == kPrepared) {
    auto creations = read_creations(event.payload);
    if (creations) run.creations = std::move(*creations);
    return creations.has_value();
  }
  if (event.kind == kBatchStarted) run.started_batches.insert(event.batch.value_or(0));
  return summarize(event, run.summary);
}

// Empty if the selection does not include it.
Result<std::optional<RunSummary>> summary_of(plugin::Store& store, const sdk::Row& row,
                                             const RunSelection& selection,
                                             const std::map<std::string, Head>& heads) {
  using Found = std::optional<RunSummary>;
  if (!selection.may_include(row)) return Found();
  auto header = header_of(row);
  if (!header) return tl::unexpected(header.error());
  RunSummary summary;
  summary.header = std::move(*header);
  if (auto read = read_ending_of(store, summary); !read) return tl::unexpected(read.error());
  if (const auto head = heads.find(summary.header.run_id); head != heads.end())
    summary.trimmed_at = head->second.trimmed_at;
  return selection.includes(summary.status) ? Found(std::move(summary)) : Found();
}

tl::unexpected<Error> no_such_run(plugin::Store& store, std::string_view name) {
  const auto removed =
      name.empty() ? std::nullopt : find_removed(store, name).value_or(std::nullopt);
  if (removed)
    return fail(Fault::kUsage,
                "run '" + removed->run_id + "' was removed from the journal on " +
                    to_rfc3339(removed->at).substr(0, 10),
                "what it did can no longer be shown, finished or undone");
  return fail(Fault::kUsage,
              name == "last" ? "no run in the journal has changed mail"
                             : "no run '" + std::string(name) + "' in the journal",
              "'mailcomb history list' shows the runs there are");
}

std::string ids_text(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

}  // namespace

// A run's id begins with its time, so the order of the keys is the order of the runs.
Result<std::vector<RunSummary>> list_runs(plugin::Store& store, const RunSelection& selection) {
  const auto rows = store.read(kRuns, {{}, {}, true, 0});
  if (!rows) return tl::unexpected(rows.error());
  const auto heads = read_heads(store);
  if (!heads) return tl::unexpected(heads.error());
  std::vector<RunSummary> summaries;
  for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
    if (selection.runs_max > 0 && summaries.size() == selection.runs_max) break;
    auto summary = summary_of(store, rows->row(row), selection, *heads);
    if (!summary) return tl::unexpected(summary.error());
    if (*summary) summaries.push_back(std::move(**summary));
  }
  // Hosts that differ in version or clock may have made ids in another order.
  std::ranges::stable_sort(summaries, std::ranges::greater(),
                           [](const RunSummary& summary) { return summary.header.started_at; });
  return summaries;
}

Result<std::vector<RunSummary>> list_pending(plugin::Store& store) {
  auto runs = list_runs(store, {{}, {RunStatus::kUnfinished, RunStatus::kInterrupted}, {}, {}, 0});
  if (runs) std::erase_if(*runs, [](const RunSummary& run) { return !run.is_pending(); });
  return runs;
}

Result<std::string> find_run(plugin::Store& store, std::string_view name) {
  const auto rows = store.read(kRuns, {{}, {}, true, 0});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<std::string> ids;
  for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
    const auto run = rows->row(row);
    std::string id(run.text("run_id").value_or(""));
    const bool is_last = name == "last" && run.text("kind") != to_text(RunKind::kPlan);
    if (id == name || is_last) return id;
    if (id.starts_with(name)) ids.push_back(std::move(id));
  }
  if (ids.size() == 1) return ids.front();
  if (ids.size() > 1)
    return fail(Fault::kUsage, "'" + std::string(name) + "' begins the ids of several runs",
                "give more of it: " + ids_text(ids));
  return no_such_run(store, name);
}

Result<Run> load_run(plugin::Store& store, const std::string& run_id) {
  const auto header_rows = store.read(kRuns, {{run_id}, {run_id}, false, 1});
  if (!header_rows) return tl::unexpected(header_rows.error());
  if (header_rows->row_count() == 0) return no_such_run(store, run_id);
  auto header = header_of(header_rows->row(0));
  if (!header) return tl::unexpected(header.error());
  Run run;
  run.summary.header = std::move(*header);
  const auto head = read_head(store, run_id);
  if (!head) return tl::unexpected(head.error());
  if (*head) run.summary.trimmed_at = (*head)->trimmed_at;
  const auto rows = store.read(kActions, {{run_id}, {run_id}, false, 0});
  if (!rows) return tl::unexpected(rows.error());
  for (std::uint32_t row = 0; row < rows->row_count(); ++row)
    if (!read_event(event_of(*rows, row), run)) return unreadable("events", run_id);
  if (!run.summary.ended_at) {
    run.summary.tally = {};
    run.summary.tally.planned = static_cast<std::int64_t>(run.intents.size());
    for (const auto& [id, result] : run.results) run.summary.tally.count(result.outcome);
  }
  return run;
}

}  // namespace mailcomb::journal
