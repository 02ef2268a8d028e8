// SPDX-License-Identifier: Apache-2.0
// The parts of a run as records: what all reports on runs show alike.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "journal/retention.hpp"
#include "journal/run.hpp"

namespace mailcomb::app {

nlohmann::ordered_json tally_json(const journal::Tally& tally);
nlohmann::ordered_json result_json(const journal::MessageResult& result);
nlohmann::ordered_json summary_json(const journal::RunSummary& run,
                                    const journal::Retention& retention);

// Until when `undo` can take a run back: "for ever", a day, or empty if it cannot.
struct UndoUntil {
  bool is_possible = false;
  std::optional<Time> end;  // None: as long as there is the journal.
};
UndoUntil undo_until(const journal::RunSummary& run, const journal::Retention& retention);

// "archive, mark_read"
std::string actions_text(const journal::Intent& intent);
// "completed, undone"
std::string status_text(const journal::RunSummary& run);

}  // namespace mailcomb::app
