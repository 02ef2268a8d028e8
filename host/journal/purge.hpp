// SPDX-License-Identifier: Apache-2.0
// Purge: removes runs from the journal, whole or only their messages; the ledger says so.
#pragma once

#include "journal/retention.hpp"

namespace mailcomb::journal {

// All or nothing, durable at return. Also the texts of policies that no run is left of.
Result<void> purge(plugin::Store& store, const Expired& expired, Time now);

}  // namespace mailcomb::journal
