// SPDX-License-Identifier: Apache-2.0
// RunSelection: which runs somebody asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/run.hpp"
#include "mailcomb/batch.hpp"

namespace mailcomb::journal {

// A mailbox by what its provider was configured with.
struct ConfiguredMailbox {
  std::string provider;
  sdk::Value config;
};

// What is empty does not restrict.
struct RunSelection {
  std::optional<Time> since;  // Started then or later.
  std::vector<RunStatus> statuses;
  std::string policy;
  std::vector<std::string> mailboxes;                // Each "provider:account" or an account.
  std::uint64_t runs_max = 0;                        // The newest; 0: all.
  std::optional<ConfiguredMailbox> configured = {};  // Fits as one of the mailboxes does.

  // By the row in cleanup_runs alone.
  bool may_include(const sdk::Row& row) const;
  bool includes(RunStatus status) const;
};

// "failed" is every way not to end as it was meant to; else one status by its name.
std::vector<RunStatus> statuses_named(std::string_view name);

}  // namespace mailcomb::journal
