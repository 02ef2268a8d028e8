// SPDX-License-Identifier: Apache-2.0
// The tables of the journal, as the host declares them to every store.
#pragma once

#include <cstdint>
#include <vector>

#include "mailcomb/store.hpp"
#include "plugin/batch_builder.hpp"

namespace mailcomb::journal {

inline constexpr std::uint32_t kSchemaVersion = 1;

enum TableNumber : std::uint32_t { kPolicies = 0, kRuns = 1, kActions = 2 };

// Columns by their place in a row.
namespace policies {
enum Column : std::uint32_t { kDigest, kName, kSavedAt, kText };
}
namespace runs {
enum Column : std::uint32_t { kRun, kStartedAt, kKind, kPolicy, kProvider, kAccount, kHeader };
}
namespace actions {
enum Column : std::uint32_t { kRun, kSequence, kAt, kKind, kBatch, kMessage, kPayload };
}

std::vector<sdk::Table> tables();

// For rows of one table.
plugin::BatchBuilder rows_of(TableNumber table);

}  // namespace mailcomb::journal
