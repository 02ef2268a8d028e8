// SPDX-License-Identifier: Apache-2.0
#include "journal/ledger.hpp"

#include "journal/cells.hpp"
#include "journal/chained_row.hpp"
#include "journal/head.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {

LedgerEntry ledger_entry_at(const plugin::Batch& rows, std::uint32_t row) {
  const auto& batch = rows.abi();
  const auto text = [&](ledger::Column column) {
    return std::string(bytes_at(batch, row, column).value_or(""));
  };
  return {integer_at(batch, row, ledger::kPosition).value_or(-1),
          from_unix_ms(integer_at(batch, row, ledger::kAt).value_or(0)),
          text(ledger::kEvent),
          text(ledger::kRun),
          integer_at(batch, row, ledger::kSequence).value_or(-1),
          text(ledger::kRunLink)};
}

Result<Ledger> Ledger::open(plugin::Store& store) {
  const auto rows = store.read(kLedger, {{}, {}, true, 1});
  if (!rows) return tl::unexpected(rows.error());
  if (rows->row_count() == 0) return Ledger(store, 0, {});
  return Ledger(store, ledger_entry_at(*rows, 0).position + 1,
                std::string(bytes_at(rows->abi(), 0, ledger::kLink).value_or("")));
}

Result<void> Ledger::add(std::string_view event, Time at, const std::string& run_id,
                         std::int64_t sequence, const std::string& run_link) {
  auto rows = rows_of(kLedger);
  ChainedRow row(rows, content_, &chain_);
  row.i64(ledger::kPosition, next_position_++);
  row.i64(ledger::kAt, to_unix_ms(at));
  row.text(ledger::kEvent, event);
  row.text(ledger::kRun, run_id);
  row.i64(ledger::kSequence, sequence);
  row.bytes(ledger::kRunLink, run_link);
  row.end(ledger::kLink);
  const auto written = store_.append(kLedger, rows.finish());
  if (!written) return tl::unexpected(written.error());
  if (*written == plugin::Written::kConflict)
    return fail(Fault::kUnavailable, "another process wrote to the journal's ledger at once",
                "try again");
  return {};
}

Result<void> Ledger::finish() {
  return write_head(store_, std::string(kLedgerHead),
                    {0, {}, next_position_ - 1, chain_.link(), {}, {}});
}

Result<std::optional<LedgerEntry>> find_removed(plugin::Store& store, std::string_view beginning) {
  const auto rows = store.read(kLedger, {});
  if (!rows) return tl::unexpected(rows.error());
  std::optional<LedgerEntry> found;
  for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
    auto entry = ledger_entry_at(*rows, row);
    if (entry.event == kRunRemoved && entry.run_id.starts_with(beginning)) found = std::move(entry);
  }
  return found;
}

}  // namespace mailcomb::journal
