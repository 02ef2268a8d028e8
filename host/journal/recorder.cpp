// SPDX-License-Identifier: Apache-2.0
#include "journal/recorder.hpp"

#include <algorithm>

#include "journal/adoption.hpp"
#include "journal/chained_row.hpp"
#include "journal/ledger.hpp"
#include "journal/metadata.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::journal {
namespace {

// So many rows travel to the store at once.
constexpr std::uint32_t kRowsPerAppend = 4096;
// A row of some 50 KiB.
constexpr std::size_t kForeseenPerRow = 1000;

tl::unexpected<Error> conflict(const std::string& run_id) {
  return fail(Fault::kInternal, "the journal already has rows of run '" + run_id + "' there",
              "another process works on the same run; try again when it is done");
}

}  // namespace

Recorder::Recorder(plugin::Store& store, Clock clock, std::string run_id,
                   std::int64_t next_sequence, const SealingKey* key)
    : store_(store),
      clock_(std::move(clock)),
      run_id_(std::move(run_id)),
      next_sequence_(next_sequence),
      key_(key),
      rows_(rows_of(kActions)),
      committed_next_(next_sequence) {}

Result<void> Recorder::find_chain() {
  if (is_chain_found_) return {};
  auto head = read_head(store_, run_id_);
  if (!head) return tl::unexpected(head.error());
  head_ = committed_head_ = std::move(*head);
  if (head_) chain_.go_to(head_->link);
  is_chain_found_ = true;
  return {};
}

Result<void> Recorder::record(const Event& event) {
  if (auto found = find_chain(); !found) return found;
  add(event);
  return append();
}

void Recorder::add(const Event& event) {
  ChainedRow row(rows_, content_, head_ ? &chain_ : nullptr);
  row.text(actions::kRun, run_id_);
  row.i64(actions::kSequence, next_sequence_);
  row.i64(actions::kAt, to_unix_ms(clock_()));
  row.text(actions::kKind, event.kind);
  event.batch ? row.i64(actions::kBatch, *event.batch) : row.null(actions::kBatch);
  event.message_id.empty() ? row.null(actions::kMessage)
                           : row.text(actions::kMessage, event.message_id);
  row.text(actions::kPayload, event.payload);
  event.sealed.empty() ? row.null(actions::kSealed) : row.bytes(actions::kSealed, event.sealed);
  row.end(actions::kLink);
  if (head_) head_->sequence = next_sequence_;
  ++next_sequence_;
}

Result<void> Recorder::append() {
  const auto written = store_.append(kActions, rows_.finish());
  if (!written) return tl::unexpected(written.error());
  if (*written == plugin::Written::kConflict) return conflict(run_id_);
  return {};
}

Result<void> Recorder::append_header(const RunHeader& header) {
  auto rows = rows_of(kRuns);
  ChainedRow row(rows, content_, &chain_);
  row.text(runs::kRun, header.run_id);
  row.i64(runs::kStartedAt, to_unix_ms(header.started_at));
  row.text(runs::kKind, to_text(header.kind));
  row.text(runs::kPolicy, header.policy);
  row.text(runs::kProvider, header.provider);
  row.text(runs::kAccount, header.account);
  row.text(runs::kHeader, header_payload(header));
  key_ ? row.text(runs::kKey, key_->id()) : row.null(runs::kKey);
  row.end(runs::kLink);
  head_ = Head{0, chain_.link(), -1, chain_.link(), {}, {}};
  is_chain_found_ = true;
  const auto written = store_.append(kRuns, rows.finish());
  if (!written) return tl::unexpected(written.error());
  if (*written == plugin::Written::kConflict) return conflict(header.run_id);
  return enter_beginning(header);
}

// After the first row, so that nobody else can write to the ledger until this is committed.
Result<void> Recorder::enter_beginning(const RunHeader& header) {
  auto ledger = Ledger::open(store_);
  if (!ledger) return tl::unexpected(ledger.error());
  const auto now = clock_();
  if (ledger->is_empty())
    if (auto done = adopt_runs(store_, *ledger, now, header.run_id); !done) return done;
  if (auto done = ledger->add(kRunBegun, now, header.run_id, -1, chain_.link()); !done) return done;
  return ledger->finish();
}

Result<void> Recorder::append_beginning(const RunHeader& header, std::span<const Intent> intents,
                                        const sdk::Value& creations) {
  if (auto done = append_header(header); !done) return done;
  for (const auto& intent : intents) {
    add({kPlanned, intent.batch, intent.message_id, intent_payload(intent),
         key_ ? sealed_metadata(intent, run_id_, *key_) : ""});
    if (rows_.row_count() < kRowsPerAppend) continue;
    if (auto done = append(); !done) return done;
  }
  return record({kPrepared, {}, {}, creations_payload(creations)});
}

Result<void> Recorder::begin(const RunHeader& header, std::span<const Intent> intents,
                             const sdk::Value& creations) {
  return commit_after(append_beginning(header, intents, creations));
}

Result<void> Recorder::foresee(std::span<const Foreseen> foreseen) {
  if (foreseen.empty()) return {};
  if (auto found = find_chain(); !found) return found;
  for (std::size_t at = 0; at < foreseen.size(); at += kForeseenPerRow)
    add({kForeseen,
         {},
         {},
         foreseen_payload(foreseen.subspan(at, std::min(kForeseenPerRow, foreseen.size() - at)))});
  auto done = append();
  if (!done) take_back();
  return done;
}

Result<void> Recorder::start_batch(std::int64_t batch) {
  return commit_after(record({kBatchStarted, batch, {}, "{}"}));
}

Result<void> Recorder::add_results(std::span<const MessageResult> results, std::int64_t batch) {
  if (results.empty()) return {};
  if (auto found = find_chain(); !found) return found;
  for (const auto& result : results)
    add({kResult, batch, result.message_id, result_payload(result)});
  auto done = append();
  if (!done) take_back();
  return done;
}

Result<void> Recorder::end(const Ending& ending) {
  auto done = record({kEnded, {}, {}, ending_payload(ending)});
  return commit_after(done ? enter_end(kRunEnded) : std::move(done));
}

Result<void> Recorder::mark_undone(std::string_view undo_run) {
  auto done = record({kUndone, {}, {}, undone_payload(undo_run)});
  return commit_after(done ? enter_end(kRunUndone) : std::move(done));
}

Result<void> Recorder::enter_end(std::string_view ledger_event) {
  if (!head_) return {};
  auto ledger = Ledger::open(store_);
  if (!ledger) return tl::unexpected(ledger.error());
  auto entered = ledger->add(ledger_event, clock_(), run_id_, head_->sequence, chain_.link());
  return entered ? ledger->finish() : entered;
}

Result<void> Recorder::commit_after(Result<void> done) {
  if (done) done = commit();
  if (!done) take_back();
  return done;
}

Result<void> Recorder::commit() {
  if (head_) {
    head_->link = chain_.link();
    if (auto done = write_head(store_, run_id_, *head_); !done) return done;
  }
  if (auto done = store_.commit(); !done) return done;
  committed_next_ = next_sequence_;
  committed_head_ = head_;
  return {};
}

// A store that failed has taken back what it had; a word on why the run stopped can still follow.
void Recorder::take_back() {
  (void)rows_.finish();
  next_sequence_ = committed_next_;
  head_ = committed_head_;
  chain_.go_to(head_ ? head_->link : "");
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
