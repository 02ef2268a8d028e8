// SPDX-License-Identifier: Apache-2.0
// LedgerRecord: what the ledger says of each run, read and verified.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "journal/head.hpp"
#include "journal/ledger.hpp"
#include "journal/verification.hpp"

namespace mailcomb::journal {

struct LedgerRecord {
  struct Of {
    std::string header_link;
    std::optional<LedgerEntry> adopted;
    std::optional<LedgerEntry> trimmed;  // The last time.
    bool is_removed = false;
    std::map<std::int64_t, std::string> links;  // Of events, by sequence.
  };

  std::map<std::string, Of> runs;
  std::int64_t entries = 0;
  std::string link;  // The last.
};

// What is wrong goes to `damages`. `head`: where the ledger should end.
Result<LedgerRecord> read_ledger(plugin::Store& store, const std::optional<Head>& head,
                                 std::vector<Damage>& damages);

// "event 3 is missing", "events 3 to 5 are missing"
std::string missing_text(std::string_view what, std::int64_t first, std::int64_t last);

}  // namespace mailcomb::journal
