// SPDX-License-Identifier: Apache-2.0
#include "journal/recorder.hpp"

#include "mailcomb/row_writer.hpp"

namespace mailcomb::journal {
namespace {

// So many rows travel to the store at once.
constexpr std::uint32_t kRowsPerAppend = 4096;

tl::unexpected<Error> conflict(const std::string& run_id) {
  return fail(Fault::kInternal, "the journal already has rows of run '" + run_id + "' there",
              "another process works on the same run; try again when it is done");
}

}  // namespace

Recorder::Recorder(plugin::Store& store, Clock clock, std::string run_id,
                   std::int64_t next_sequence)
    : store_(store),
      clock_(std::move(clock)),
      run_id_(std::move(run_id)),
      next_sequence_(next_sequence),
      rows_(rows_of(kActions)) {}

void Recorder::add(const Event& event) {
  const auto abi = rows_.writer();
  sdk::RowWriter row(&abi);
  row.text(actions::kRun, run_id_);
  row.i64(actions::kSequence, next_sequence_++);
  row.i64(actions::kAt, to_unix_ms(clock_()));
  row.text(actions::kKind, event.kind);
  event.batch ? row.i64(actions::kBatch, *event.batch) : row.null(actions::kBatch);
  event.message_id.empty() ? row.null(actions::kMessage)
                           : row.text(actions::kMessage, event.message_id);
  row.text(actions::kPayload, event.payload);
  row.end_row();
}

Result<void> Recorder::append() {
  const auto written = store_.append(kActions, rows_.finish());
  if (!written) return tl::unexpected(written.error());
  if (*written == plugin::Written::kConflict) return conflict(run_id_);
  return {};
}

Result<void> Recorder::append_header(const RunHeader& header) {
  auto rows = rows_of(kRuns);
  const auto abi = rows.writer();
  sdk::RowWriter row(&abi);
  row.text(runs::kRun, header.run_id);
  row.i64(runs::kStartedAt, to_unix_ms(header.started_at));
  row.text(runs::kKind, to_text(header.kind));
  row.text(runs::kPolicy, header.policy);
  row.text(runs::kProvider, header.provider);
  row.text(runs::kAccount, header.account);
  row.text(runs::kHeader, header_payload(header));
  row.end_row();
  const auto written = store_.append(kRuns, rows.finish());
  if (!written) return tl::unexpected(written.error());
  if (*written == plugin::Written::kConflict) return conflict(header.run_id);
  return {};
}

Result<void> Recorder::begin(const RunHeader& header, std::span<const Intent> intents,
                             const sdk::Value& creations) {
  if (auto done = append_header(header); !done) return done;
  for (const auto& intent : intents) {
    add({kPlanned, intent.batch, intent.message_id, intent_payload(intent)});
    if (rows_.row_count() < kRowsPerAppend) continue;
    if (auto done = append(); !done) return done;
  }
  add({kPrepared, {}, {}, creations_payload(creations)});
  if (auto done = append(); !done) return done;
  return store_.commit();
}

Result<void> Recorder::start_batch(std::int64_t batch) {
  add({kBatchStarted, batch, {}, "{}"});
  if (auto done = append(); !done) return done;
  return store_.commit();
}

Result<void> Recorder::add_results(std::span<const MessageResult> results, std::int64_t batch) {
  for (const auto& result : results)
    add({kResult, batch, result.message_id, result_payload(result)});
  return results.empty() ? Result<void>() : append();
}

Result<void> Recorder::end(const Ending& ending) {
  add({kEnded, {}, {}, ending_payload(ending)});
  if (auto done = append(); !done) return done;
  return store_.commit();
}

Result<void> Recorder::mark_undone(std::string_view undo_run) {
  add({kUndone, {}, {}, undone_payload(undo_run)});
  if (auto done = append(); !done) return done;
  return store_.commit();
}

Result<void> keep_policy(plugin::Store& store, const PolicyText& policy, Time saved_at) {
  auto rows = rows_of(kPolicies);
  const auto abi = rows.writer();
  sdk::RowWriter row(&abi);
  row.text(policies::kDigest, policy.digest);
  row.text(policies::kName, policy.name);
  row.i64(policies::kSavedAt, to_unix_ms(saved_at));
  row.text(policies::kText, policy.text);
  row.end_row();
  const auto written = store.append(kPolicies, rows.finish());
  if (!written) return tl::unexpected(written.error());
  // The same digest is the same text.
  if (*written == plugin::Written::kConflict) return {};
  return store.commit();
}

}  // namespace mailcomb::journal
