// SPDX-License-Identifier: Apache-2.0
// Head: where the chain of a run begins and ends, so that nothing can be cut off unnoticed.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "plugin/store.hpp"
#include "support/time.hpp"

namespace mailcomb::journal {

struct Head {
  // The first event that is kept, and the link before it: of the run's header, or of the event
  // before, if retention removed it.
  std::int64_t first_sequence = 0;
  std::string first_link;
  // The last event, or -1; and its link, or the header's.
  std::int64_t sequence = -1;
  std::string link;
  // Up to there the run is of an older mailcomb, whose rows have no links of their own.
  std::optional<std::int64_t> adopted_to;
  std::optional<Time> trimmed_at;  // When retention removed its messages.

  friend bool operator==(const Head&, const Head&) = default;
};

// Under this name stands the ledger's own head.
inline constexpr std::string_view kLedgerHead;

Result<std::optional<Head>> read_head(plugin::Store& store, const std::string& run_id);
Result<std::map<std::string, Head>> read_heads(plugin::Store& store);

// In the open transaction; replaces the one before.
Result<void> write_head(plugin::Store& store, const std::string& run_id, const Head& head);
Result<void> remove_head(plugin::Store& store, const std::string& run_id);

}  // namespace mailcomb::journal
