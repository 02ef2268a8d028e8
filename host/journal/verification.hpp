// SPDX-License-Identifier: Apache-2.0
// Verification: whether the journal is as mailcomb wrote it, and what is not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plugin/store.hpp"

namespace mailcomb::journal {

struct Damage {
  std::string run_id;  // Empty: of the ledger.
  std::string what;    // "event 12 was changed"
};

struct Verification {
  std::int64_t runs = 0;
  std::int64_t events = 0;
  std::int64_t entries = 0;  // Of the ledger.
  std::string link;          // The ledger's last, in hex; empty if there is no chain yet.
  std::vector<Damage> damages;
};

// Reads everything, or one run and the ledger. Fails if the store cannot be read.
Result<Verification> verify_journal(plugin::Store& store, const std::string& run_id = {});

}  // namespace mailcomb::journal
