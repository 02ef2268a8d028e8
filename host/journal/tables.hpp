// SPDX-License-Identifier: Apache-2.0
// The tables of the journal, as the host declares them to every store.
#pragma once

#include <cstdint>
#include <vector>

#include "mailcomb/store.hpp"
#include "plugin/batch_builder.hpp"

namespace mailcomb::journal {

// The oldest schema that a host must know to work on a store of ours. Tables and columns that are only
// added do not raise it: hosts that do not know them leave them empty.
inline constexpr std::uint32_t kSchemaVersion = 1;

enum TableNumber : std::uint32_t {
  kPolicies = 0,
  kRuns = 1,
  kActions = 2,
  kLedger = 3,
  kHeads = 4
};

// Columns by their place in a row.
namespace policies {
enum Column : std::uint32_t { kDigest, kName, kSavedAt, kText };
}
namespace runs {
enum Column : std::uint32_t {
  kRun,
  kStartedAt,
  kKind,
  kPolicy,
  kProvider,
  kAccount,
  kHeader,
  kKey,   // Of what is sealed in the run; null if nothing is.
  kLink,  // chain.hpp; null if an older host wrote the row.
};
}
namespace actions {
enum Column : std::uint32_t {
  kRun,
  kSequence,
  kAt,
  kKind,
  kBatch,
  kMessage,
  kPayload,
  kSealed,  // Subject and sender of what is planned (sealing.hpp), or null.
  kLink,    // As in cleanup_runs.
};
}
namespace ledger {
enum Column : std::uint32_t { kPosition, kAt, kEvent, kRun, kSequence, kRunLink, kLink };
}
namespace heads {
enum Column : std::uint32_t {
  kRun,
  kFirstSequence,
  kFirstLink,
  kSequence,
  kRunLink,
  kAdoptedTo,
  kTrimmedAt,
};
}

std::vector<sdk::Table> tables();

// For rows of one table.
plugin::BatchBuilder rows_of(TableNumber table);

}  // namespace mailcomb::journal
