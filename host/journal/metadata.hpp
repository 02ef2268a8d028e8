// SPDX-License-Identifier: Apache-2.0
// Metadata at rest: subject and sender of a message, sealed for its place in one run.
#pragma once

#include "journal/run.hpp"
#include "journal/sealing.hpp"

namespace mailcomb::journal {

// Empty if there is nothing to keep.
std::string sealed_metadata(const Intent& intent, std::string_view run_id, const SealingKey& key);

// Fills the metadata of a run's messages; how many of them were sealed but do not open.
std::int64_t unseal(Run& run, const SealingKey& key);

}  // namespace mailcomb::journal
