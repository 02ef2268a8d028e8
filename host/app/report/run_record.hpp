// SPDX-License-Identifier: Apache-2.0
// The parts of a run as records: what all reports on runs show alike.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "journal/run.hpp"

namespace mailcomb::app {

nlohmann::ordered_json tally_json(const journal::Tally& tally);
nlohmann::ordered_json result_json(const journal::MessageResult& result);
nlohmann::ordered_json summary_json(const journal::RunSummary& run);

// "archive, mark_read"
std::string actions_text(const journal::Intent& intent);
// "completed, undone"
std::string status_text(const journal::RunSummary& run);

}  // namespace mailcomb::app
