// SPDX-License-Identifier: Apache-2.0
#include "journal/adoption.hpp"

#include "journal/cells.hpp"
#include "journal/head.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

// So many events are read at once.
constexpr std::uint64_t kRowsPerRead = 4096;

// The links that the rows would have: they are computed again whenever they are verified.
Result<Head> unwritten_head(plugin::Store& store, const std::string& run_id, Chain chain) {
  Head head;
  head.first_link = chain.link();
  Content content;
  while (true) {
    const auto rows =
        store.read(kActions, {{run_id, head.sequence + 1}, {run_id}, false, kRowsPerRead});
    if (!rows) return tl::unexpected(rows.error());
    for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
      read_content(rows->abi(), row, actions::kLink, content);
      chain.add(content);
      head.sequence = integer_at(rows->abi(), row, actions::kSequence).value_or(0);
    }
    if (rows->row_count() < kRowsPerRead) break;
  }
  head.link = chain.link();
  head.adopted_to = head.sequence;
  return head;
}

Result<void> adopt(plugin::Store& store, Ledger& ledger, Time now, const std::string& run_id,
                   Chain chain) {
  if (auto done = ledger.add(kRunBegun, now, run_id, -1, chain.link()); !done) return done;
  const auto head = unwritten_head(store, run_id, std::move(chain));
  if (!head) return tl::unexpected(head.error());
  if (auto done = write_head(store, run_id, *head); !done) return done;
  return ledger.add(kRunAdopted, now, run_id, head->sequence, head->link);
}

}  // namespace

Result<void> adopt_runs(plugin::Store& store, Ledger& ledger, Time now, std::string_view but) {
  const auto runs = store.read(kRuns, {});
  if (!runs) return tl::unexpected(runs.error());
  Content content;
  for (std::uint32_t row = 0; row < runs->row_count(); ++row) {
    const std::string run_id(bytes_at(runs->abi(), row, runs::kRun).value_or(""));
    if (run_id == but) continue;
    read_content(runs->abi(), row, runs::kLink, content);
    Chain chain;
    chain.add(content);
    auto done = adopt(store, ledger, now, run_id, std::move(chain));
    if (!done) return done;
  }
  return {};
}

}  // namespace mailcomb::journal
