// SPDX-License-Identifier: Apache-2.0
// The records of an export: all that the journal holds of a run, and of a policy.
#pragma once

#include <nlohmann/json.hpp>

#include "app/report/history_report.hpp"
#include "mailcomb/batch.hpp"

namespace mailcomb::app {

// {record: "run", …}: as `history show` has it, and how each message would be put back; of a plan what
// it would have done to each (`foreseen`).
nlohmann::ordered_json run_record(const journal::Run& run, const journal::Retention& retention,
                                  const Unsealing& unsealing);

// {record: "policy", digest, name, saved_at, text}, of a row of cleanup_policies.
nlohmann::ordered_json policy_record(const sdk::Row& row);

}  // namespace mailcomb::app
