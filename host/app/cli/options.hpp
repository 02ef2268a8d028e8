// SPDX-License-Identifier: Apache-2.0
// Options: the command line, parsed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/progress.hpp"
#include "plan/backlog.hpp"
#include "support/error.hpp"
#include "support/time.hpp"

namespace mailcomb::app {

class Workbench;

// A command of the program (app/commands/commands.hpp).
using CommandFunction = Checked<ExitCode> (*)(Workbench& bench);

// history list, stats, pending
struct HistoryOptions {
  std::string status;         // --status
  std::string since;          // --since DURATION|TIME
  std::string by = "policy";  // --by
  std::uint64_t limit = 0;    // --limit; 0: all
};

// purge
struct PurgeOptions {
  std::string older_than;  // --older-than AGE
};

enum class Format { kTable, kJson, kNdjson, kCsv };

// Of the tests that policies carry.
struct TestOptions {
  bool are_skipped = false;  // --skip-tests
  std::string junit;         // policy test --junit FILE
};

// What of a plan is wanted.
struct Narrowing {
  std::optional<std::int64_t> limit;         // --limit N
  plan::Order order = plan::Order::kOldest;  // --order
  std::vector<std::string> only_rules;       // --only-rule NAME
  std::string since;                         // plan --since RUN
};

// What analyze and policy diff look at.
struct Looking {
  std::optional<std::int64_t> top;  // --top N
  std::string policy_a, policy_b;   // A and B of policy diff
};

struct Options {
  CommandFunction command = nullptr;
  std::string config;                // --config FILE
  std::string pipeline;              // --pipeline NAME
  std::string policy;                // --policy NAME|FILE
  std::string mailbox;               // --mailbox NAME|TYPE:ARG
  std::string store;                 // --store NAME|TYPE:ARG
  std::vector<std::string> plugins;  // --plugin-path DIR
  std::optional<Time> now;           // --now
  Format format = Format::kTable;
  std::optional<ProgressStyle> progress;  // --progress; empty: as stderr is.
  bool is_verbose = false;
  bool is_quiet = false;
  bool dry_run = false;
  bool execute = false;
  bool yes = false;
  bool detailed_exitcode = false;
  bool decisions = false;          // plan --decisions: every decision, in JSON
  bool explain = false;            // plan --explain: strategy and cost
  std::string out;                 // plan and policy suggest --out FILE
  std::string plan;                // apply --plan FILE
  std::string accept;              // apply --accept limits
  Narrowing narrowing;             // of plan and apply
  Looking looking;                 // of analyze and policy diff
  std::string run;                 // RUN of resume, undo, history show
  std::string message;             // MESSAGE of explain
  std::vector<std::string> files;  // of policy validate, test and coverage
  struct Protect {
    std::vector<std::string> senders;  // SENDER of protect, unprotect
    bool list = false;                 // protect --list
  } protect;
  TestOptions tests;
  HistoryOptions history;
  PurgeOptions purge;
  std::string store_file;    // FILE of store backup, restore
  std::string metrics_file;  // --metrics-file FILE
};

struct Parsed {
  Options options;
  std::optional<std::string> text;  // Help or version: print it and end.
};

// Fails with kUsage.
Result<Parsed> parse_options(int argc, const char* const* argv);

}  // namespace mailcomb::app
