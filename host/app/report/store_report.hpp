// SPDX-License-Identifier: Apache-2.0
// How a store, its backups and its restoring are shown.
#pragma once

#include <string>
#include <vector>

#include "app/report/report.hpp"
#include "journal/retention.hpp"
#include "journal/run.hpp"

namespace mailcomb::app {

struct StoreStatus {
  std::string location;
  std::vector<journal::RunSummary> runs;  // The newest first.
  journal::Retention retention;
  std::string key_file;
  std::string key_id;       // Of the key in the file, or empty.
  std::string key_problem;  // Why the file cannot be used, or empty.
};

// {location, runs, pending, oldest, newest, retention {runs_days, actions_days}, key {file, id, problem},
// sealed_with: [{key_id, runs}]}
Report store_report(const StoreStatus& status);

// {store, file}
Report backup_report(const std::string& store, const std::string& file);

// {file, aside}: what was there before is there now.
Report restore_report(const std::string& file, const std::string& aside);

}  // namespace mailcomb::app
