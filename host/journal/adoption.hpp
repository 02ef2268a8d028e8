// SPDX-License-Identifier: Apache-2.0
// Adoption: takes the runs of an older mailcomb, whose rows have no links, into the chain as they are.
#pragma once

#include "journal/ledger.hpp"

namespace mailcomb::journal {

// In the open transaction. Every run but `but` gets a head and an entry; once, when the ledger begins.
Result<void> adopt_runs(plugin::Store& store, Ledger& ledger, Time now, std::string_view but);

}  // namespace mailcomb::journal
