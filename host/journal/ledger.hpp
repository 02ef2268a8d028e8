// SPDX-License-Identifier: Apache-2.0
// Ledger: a chain of entries over all runs, which outlives the runs themselves: what retention removes
// leaves an entry that says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/chain.hpp"
#include "plugin/store.hpp"
#include "support/time.hpp"

namespace mailcomb::journal {

// What an entry tells of its run; the names stay.
inline constexpr std::string_view kRunBegun = "begun";  // The link of its header.
inline constexpr std::string_view kRunAdopted =
    "adopted";                                            // Of an older mailcomb, as it was found.
inline constexpr std::string_view kRunEnded = "ended";    // The link of its last event.
inline constexpr std::string_view kRunUndone = "undone";  // Likewise.
inline constexpr std::string_view kRunTrimmed =
    "trimmed";  // The link before the first that is left.
inline constexpr std::string_view kRunRemoved = "removed";  // The last link that it had.

struct LedgerEntry {
  std::int64_t position = 0;  // From 0.
  Time at;
  std::string event;
  std::string run_id;
  std::int64_t sequence = -1;  // Of the event that the link is of; -1: the header.
  std::string run_link;
};

LedgerEntry ledger_entry_at(const plugin::Batch& rows, std::uint32_t row);

// Writes in the store's open transaction; nothing counts before finish and the caller's commit.
class Ledger {
 public:
  // Reads the end of the chain. The store must outlive it.
  static Result<Ledger> open(plugin::Store& store);

  bool is_empty() const { return next_position_ == 0; }
  Result<void> add(std::string_view event, Time at, const std::string& run_id,
                   std::int64_t sequence, const std::string& run_link);
  // Writes where the ledger now ends.
  Result<void> finish();

 private:
  Ledger(plugin::Store& store, std::int64_t next_position, std::string link)
      : store_(store), next_position_(next_position), chain_(std::move(link)) {}

  plugin::Store& store_;
  std::int64_t next_position_;
  Chain chain_;
  Content content_;
};

// The last thing that the ledger says of each run whose id begins so and that was removed.
Result<std::optional<LedgerEntry>> find_removed(plugin::Store& store, std::string_view beginning);

}  // namespace mailcomb::journal
