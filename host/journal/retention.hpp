// SPDX-License-Identifier: Apache-2.0
// Retention: how long the journal keeps runs, and how long the messages of a run.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "journal/run.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

// From the end of a run on; empty: for ever.
struct Retention {
  std::optional<std::chrono::days> runs;
  std::optional<std::chrono::days> actions;  // Then only what the run came to is left of it.

  friend bool operator==(const Retention&, const Retention&) = default;
};

// What is to go. Runs that `resume` could go on with stay, and what a pending undo takes back.
struct Expired {
  std::vector<std::string> whole;
  std::vector<std::string> messages;

  bool empty() const { return whole.empty() && messages.empty(); }
};

// The pure part.
Expired find_expired(const std::vector<RunSummary>& runs, const Retention& retention, Time now);

// Removes what is older than the retention says, all or nothing, and remembers the retention in the
// store, so that it can be told how long a run can be undone. Answers what was removed.
Result<Expired> retain(plugin::Store& store, const Retention& retention, Time now);

// What the last call of `retain` was told; nothing expires if there was none.
Result<Retention> remembered_retention(plugin::Store& store);

// Until when the messages of a run are kept, and so until when it can be undone; empty: for ever.
std::optional<Time> kept_until(Time ended_at, const Retention& retention);

}  // namespace mailcomb::journal
