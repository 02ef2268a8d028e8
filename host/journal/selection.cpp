// SPDX-License-Identifier: Apache-2.0
#include "journal/selection.hpp"

#include <algorithm>
#include <array>

namespace mailcomb::journal {

bool RunSelection::may_include(const sdk::Row& row) const {
  if (since && row.integer("started_at").value_or(0) < to_unix_ms(*since)) return false;
  if (!policy.empty() && row.text("policy") != policy) return false;
  if (mailboxes.empty()) return true;
  const std::string account(row.text("account").value_or(""));
  const auto reference = std::string(row.text("provider").value_or("")) + ":" + account;
  return std::any_of(mailboxes.begin(), mailboxes.end(), [&](const std::string& mailbox) {
    return mailbox == account || mailbox == reference;
  });
}

bool RunSelection::includes(RunStatus status) const {
  return statuses.empty() || std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

std::vector<RunStatus> statuses_named(std::string_view name) {
  if (name == "failed")
    return {RunStatus::kStopped, RunStatus::kUnfinished, RunStatus::kInterrupted,
            RunStatus::kPartial};
  for (const auto status : kRunStatuses)
    if (to_text(status) == name) return {status};
  return {};
}

}  // namespace mailcomb::journal
