// SPDX-License-Identifier: Apache-2.0
#include "journal/summary.hpp"

#include "journal/payload.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

// The last events of a run tell how it ended; what was planned is not read.
constexpr std::uint64_t kLastEvents = 4;

// Whether nothing before these events matters: only undos follow the end of a run.
bool tells_all(const plugin::Batch& last_events, std::uint64_t asked_for) {
  const auto count = last_events.row_count();
  return count < asked_for || event_of(last_events, count - 1).kind != kUndone;
}

}  // namespace

tl::unexpected<Error> unreadable(std::string_view what, std::string_view run) {
  return fail(Fault::kUnavailable,
              "the journal's " + std::string(what) + " of run '" + std::string(run) +
                  "' cannot be read: it is not what mailcomb writes",
              "the store was changed by another program or is damaged; restore it from a backup");
}

Result<RunHeader> header_of(const sdk::Row& row) {
  auto header = read_header(row.text("header").value_or(""));
  if (!header) return unreadable("header", row.text("run_id").value_or("?"));
  header->key_id = row.text("key").value_or("");
  return std::move(*header);
}

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
    if (!summarize(event_of(*rows, row), summary)) return unreadable("end", run);
  return {};
}

}  // namespace mailcomb::journal
