// SPDX-License-Identifier: Apache-2.0
#include "journal/history.hpp"

#include <algorithm>
#include <functional>

#include "journal/payload.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

tl::unexpected<Error> unreadable(std::string_view what, std::string_view where) {
  return fail(Fault::kUnavailable,
              "the journal's " + std::string(what) + " of run '" + std::string(where) +
                  "' cannot be read: it is not what mailcomb writes",
              "the store was changed by another program or is damaged; restore it from a backup");
}

// One row of cleanup_actions.
struct Event {
  std::int64_t sequence;
  Time at;
  std::string_view kind;
  std::optional<std::int64_t> batch;
  std::string_view payload;
};

Event event_of(const sdk::Row& row) {
  return {row.integer("sequence").value_or(0), from_unix_ms(row.integer("at").value_or(0)),
          row.text("kind").value_or(""), row.integer("batch"), row.text("payload").value_or("")};
}

// What every kind of event tells about a run as a whole. False if the payload is unreadable.
bool summarize(const Event& event, RunSummary& summary) {
  if (event.kind == kEnded) {
    const auto ending = read_ending(event.payload);
    if (!ending) return false;
    summary.status = ending->status;
    summary.tally = ending->tally;
    summary.ended_at = event.at;
  } else if (event.kind == kUndone) {
    const auto by = read_undone(event.payload);
    if (!by) return false;
    summary.undone_by = *by;
  } else if (event.kind == kBatchStarted || event.kind == kResult) {
    // Something happened after an interruption: the run was resumed and has not ended since.
    summary.status = RunStatus::kUnfinished;
    summary.ended_at.reset();
  }
  return true;
}

bool read_event(const Event& event, Run& run) {
  run.next_sequence = event.sequence + 1;
  if (event.kind == kPlanned) {
    auto intent = read_intent(event.payload);
    if (!intent) return false;
    intent->is_undo = run.summary.header.kind == RunKind::kUndo;
    run.intents.push_back(std::move(*intent));
    return true;
  }
  if (event.kind == kResult) {
    const auto result = read_result(event.payload);
    if (result) run.results.insert_or_assign(result->message_id, *result);
    if (!result) return false;
  }
  if (event.kind == kPrepared) {
    auto creations = read_creations(event.payload);
    if (creations) run.creations = std::move(*creations);
    return creations.has_value();
  }
  if (event.kind == kBatchStarted) run.started_batches.insert(event.batch.value_or(0));
  return summarize(event, run.summary);
}

// The last events of a run tell how it ended; what was planned is not read.
constexpr std::uint64_t kLastEvents = 4;

// Whether nothing before these events matters: only undos follow the end of a run.
bool tells_all(const plugin::Batch& last_events, std::uint64_t asked_for) {
  const auto count = last_events.row_count();
  return count < asked_for || event_of(last_events.row(count - 1)).kind != kUndone;
}

Result<void> read_ending_of(plugin::Store& store, RunSummary& summary) {
  const auto& run = summary.header.run_id;
  auto events_max = kLastEvents;
  auto rows = store.read(kActions, {{run}, {run}, true, events_max});
  while (rows && !tells_all(*rows, events_max)) {
    events_max *= 4;
    rows = store.read(kActions, {{run}, {run}, true, events_max});
  }
  if (!rows) return tl::unexpected(rows.error());
  for (auto row = rows->row_count(); row-- > 0;)
    if (!summarize(event_of(rows->row(row)), summary)) return unreadable("end", run);
  return {};
}

Result<RunHeader> header_of(const sdk::Row& row) {
  auto header = read_header(row.text("header").value_or(""));
  if (!header) return unreadable("header", row.text("run_id").value_or("?"));
  return std::move(*header);
}

bool changes_mail(const RunSummary& summary) { return summary.header.kind != RunKind::kPlan; }

std::string ids_text(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

}  // namespace

// A run's id begins with its time, so the order of the keys is the order of the runs.
Result<std::vector<RunSummary>> list_runs(plugin::Store& store, std::uint64_t runs_max) {
  const auto rows = store.read(kRuns, {{}, {}, true, runs_max});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<RunSummary> summaries;
  for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
    auto header = header_of(rows->row(row));
    if (!header) return tl::unexpected(header.error());
    RunSummary summary;
    summary.header = std::move(*header);
    if (auto read = read_ending_of(store, summary); !read) return tl::unexpected(read.error());
    summaries.push_back(std::move(summary));
  }
  // Hosts that differ in version or clock may have made ids in another order.
  std::ranges::stable_sort(summaries, std::ranges::greater(),
                           [](const RunSummary& summary) { return summary.header.started_at; });
  return summaries;
}

Result<std::string> find_run(plugin::Store& store, std::string_view name) {
  const auto runs = list_runs(store);
  if (!runs) return tl::unexpected(runs.error());
  std::vector<std::string> ids;
  for (const auto& run : *runs) {
    const auto& id = run.header.run_id;
    const bool is_last = name == "last" && changes_mail(run);
    if (id == name || is_last) return id;
    if (id.starts_with(name)) ids.push_back(id);
  }
  if (ids.size() == 1) return ids.front();
  if (ids.size() > 1)
    return fail(Fault::kUsage, "'" + std::string(name) + "' begins the ids of several runs",
                "give more of it: " + ids_text(ids));
  return fail(Fault::kUsage, "no run '" + std::string(name) + "' in the journal",
              "'mailcomb history list' shows the runs there are");
}

Result<Run> load_run(plugin::Store& store, const std::string& run_id) {
  const auto header_rows = store.read(kRuns, {{run_id}, {run_id}, false, 1});
  if (!header_rows) return tl::unexpected(header_rows.error());
  if (header_rows->row_count() == 0)
    return fail(Fault::kUsage, "no run '" + run_id + "' in the journal",
                "'mailcomb history list' shows the runs there are");
  auto header = header_of(header_rows->row(0));
  if (!header) return tl::unexpected(header.error());
  Run run;
  run.summary.header = std::move(*header);
  const auto rows = store.read(kActions, {{run_id}, {run_id}, false, 0});
  if (!rows) return tl::unexpected(rows.error());
  for (std::uint32_t row = 0; row < rows->row_count(); ++row)
    if (!read_event(event_of(rows->row(row)), run)) return unreadable("events", run_id);
  if (!run.summary.ended_at) {
    run.summary.tally = {};
    run.summary.tally.planned = static_cast<std::int64_t>(run.intents.size());
    for (const auto& [id, result] : run.results) run.summary.tally.count(result.outcome);
  }
  return run;
}

}  // namespace mailcomb::journal
