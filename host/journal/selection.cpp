// SPDX-License-Identifier: Apache-2.0
#include "journal/selection.hpp"

#include <algorithm>
#include <array>

#include "journal/payload.hpp"

namespace mailcomb::journal {
namespace {

// A header that cannot be read is told when the run is.
bool was_configured_as(const sdk::Row& row, const ConfiguredMailbox& mailbox) {
  if (row.text("provider") != mailbox.provider) return false;
  const auto header = read_header(row.text("header").value_or(""));
  return header && header->mailbox == mailbox.config;
}

}  // namespace

bool RunSelection::may_include(const sdk::Row& row) const {
  if (since && row.integer("started_at").value_or(0) < to_unix_ms(*since)) return false;
  if (!policy.empty() && row.text("policy") != policy) return false;
  if (mailboxes.empty() && !configured) return true;
  if (configured && was_configured_as(row, *configured)) return true;
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
