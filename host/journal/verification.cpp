// SPDX-License-Identifier: Apache-2.0
#include "journal/verification.hpp"

#include <set>

#include "journal/cells.hpp"
#include "journal/run_walk.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

// So many events are read at once.
constexpr std::uint64_t kRowsPerRead = 4096;

class Verifier {
 public:
  Verifier(plugin::Store& store, std::string only) : store_(store), only_(std::move(only)) {}

  Result<Verification> verify() {
    auto heads = read_heads(store_);
    if (!heads) return tl::unexpected(heads.error());
    heads_ = std::move(*heads);
    const auto ledger_head = heads_.extract(std::string(kLedgerHead));
    auto ledger = read_ledger(
        store_, ledger_head ? std::optional(ledger_head.mapped()) : std::nullopt, found_.damages);
    if (!ledger) return tl::unexpected(ledger.error());
    ledger_ = std::move(*ledger);
    found_.entries = ledger_.entries;
    found_.link = to_hex(ledger_.link);
    if (auto read = read_runs(); !read) return tl::unexpected(read.error());
    // A journal that no new run was written to has no chain, and needs none.
    if (!ledger_head && ledger_.entries == 0 && heads_.empty() && !has_links_) return found_;
    if (auto read = read_events(); !read) return tl::unexpected(read.error());
    end_walks();
    return std::move(found_);
  }

 private:
  Result<void> read_runs() {
    const auto rows = store_.read(kRuns, {});
    if (!rows) return tl::unexpected(rows.error());
    for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
      has_links_ = has_links_ || bytes_at(rows->abi(), row, runs::kLink);
      const std::string run(bytes_at(rows->abi(), row, runs::kRun).value_or(""));
      if (!only_.empty() && run != only_) continue;
      ++found_.runs;
      if (auto* walk = walk_of(run)) walk->header(*rows, row);
      headers_.insert(run);
    }
    return {};
  }

  Result<void> read_events() {
    sdk::KeyRange range{{}, {}, false, kRowsPerRead};
    if (!only_.empty()) range.first = range.last = {only_};
    while (true) {
      const auto rows = store_.read(kActions, range);
      if (!rows) return tl::unexpected(rows.error());
      for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
        ++found_.events;
        const std::string run(bytes_at(rows->abi(), row, actions::kRun).value_or(""));
        const auto sequence = integer_at(rows->abi(), row, actions::kSequence).value_or(0);
        if (auto* walk = walk_of(run)) walk->event(*rows, row);
        range.first = {run, sequence + 1};
      }
      if (rows->row_count() < kRowsPerRead) return {};
    }
  }

  // Nothing of a run that the ledger does not know can be held against anything.
  RunWalk* walk_of(const std::string& run) {
    const auto known = ledger_.runs.find(run);
    if (known == ledger_.runs.end() || known->second.is_removed) {
      if (strangers_.insert(run).second) stranger(run, known != ledger_.runs.end());
      return nullptr;
    }
    auto walk = walks_.find(run);
    if (walk == walks_.end()) {
      const auto head = heads_.find(run);
      walk = walks_
                 .try_emplace(run, run, head == heads_.end() ? nullptr : &head->second,
                              known->second, found_.damages)
                 .first;
    }
    return &walk->second;
  }

  void stranger(const std::string& run, bool was_removed) {
    if (ledger_.entries == 0 && heads_.empty() && !has_links_) return;
    found_.damages.push_back(
        {run, was_removed ? "it was removed, and is there again"
                          : "the ledger does not know it: an older mailcomb or somebody else "
                            "wrote it"});
  }

  void end_walks() {
    for (const auto& [run, entries] : ledger_.runs) {
      if (entries.is_removed || (!only_.empty() && run != only_)) continue;
      if (headers_.contains(run))
        walk_of(run)->end();
      else
        found_.damages.push_back({run, "its row in cleanup_runs is missing"});
    }
    for (const auto& [run, head] : heads_) {
      const auto known = ledger_.runs.find(run);
      if ((only_.empty() || run == only_) &&
          (known == ledger_.runs.end() || known->second.is_removed) && !strangers_.contains(run))
        found_.damages.push_back({run, "it has a head, but is not in the ledger"});
    }
  }

  plugin::Store& store_;
  std::string only_;
  Verification found_;
  std::map<std::string, Head> heads_;
  LedgerRecord ledger_;
  std::map<std::string, RunWalk> walks_;
  std::set<std::string> headers_;    // Runs with a row in cleanup_runs.
  std::set<std::string> strangers_;  // Runs that the ledger does not know.
  bool has_links_ = false;
};

}  // namespace

Result<Verification> verify_journal(plugin::Store& store, const std::string& run_id) {
  return Verifier(store, run_id).verify();
}

}  // namespace mailcomb::journal
