// SPDX-License-Identifier: Apache-2.0
// Statistics: what the runs of a time did, by rule, policy, day, mailbox or action.
#pragma once

#include <map>
#include <string>

#include "journal/run.hpp"
#include "journal/selection.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

enum class GroupBy { kRule, kPolicy, kDay, kMailbox, kAction };

struct GroupTally {
  std::int64_t runs = 0;
  Tally messages;           // A message counts in each group that it belongs to.
  std::int64_t undone = 0;  // Of those that were done.
};

struct Statistics {
  std::map<std::string, GroupTally> groups;
  std::int64_t without_details = 0;  // Runs whose messages the journal no longer has.
};

// Counts what applies did; plans did nothing, and an undo counts for the run that it takes back.
Result<Statistics> count_runs(plugin::Store& store, const RunSelection& selection, GroupBy by);

// Adds one run; it needs its messages only by rule or action.
void add(const Run& run, GroupBy by, Statistics& statistics);

}  // namespace mailcomb::journal
