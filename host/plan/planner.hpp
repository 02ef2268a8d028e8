// SPDX-License-Identifier: Apache-2.0
// Planner: from what the rules select to one plan. Pure: no clock, no files, no plugins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "filter/evaluator.hpp"
#include "plan/plan.hpp"
#include "plan/rule.hpp"
#include "plan/threads.hpp"

namespace mailcomb::plan {

// What one rule says of one message, its scope already heeded.
struct Selection {
  filter::Truth truth = filter::Truth::kFalse;
  bool only_derived_category = false;  // Guard::kDerivedCategory.
  std::uint32_t reason = 0;            // From Planner::intern.
  // The age by which the rule selects the message, and which all of its conversation must have.
  std::optional<std::int64_t> received_before_ms;
};

// Decisions that are wanted one by one, besides the tallies.
struct Recording {
  bool all = false;
  std::string message_id;  // Or those on this message.

  bool wants(const std::string& id) const { return all || id == message_id; }
};

// Feed it every batch of a scan in order, then take the plan.
class Planner {
 public:
  explicit Planner(Program program);

  // The number of a reason; the same text has the same number.
  std::uint32_t intern(const std::string& reason);

  // Which decisions Plan::decisions gets: those on one message, or all.
  void record(Recording recording) { recording_ = std::move(recording); }

  // `selections[rule][row]`, for every rule of the program. `is_protected[row]`: Guard::kProtected;
  // empty if nothing is.
  void add(const mailcomb_batch& batch, std::span<const std::vector<Selection>> selections,
           const std::vector<bool>& is_protected = {});

  // `unreadable` messages are in the mailbox but could not be given as rows.
  Plan finish(std::int64_t unreadable);

 private:
  struct Match {
    std::uint32_t rule;
    std::uint32_t reason;
    bool only_derived_category;
    std::optional<std::int64_t> received_before_ms;
  };
  // A message that at least one rule selects.
  struct Candidate {
    Change change;
    GuardSet guards;
    ThreadIndex::Node thread = 0;
    std::vector<Match> matches;  // In the order of the rules.
  };

  void add_row(const mailcomb_batch& batch, std::uint32_t row,
               std::span<const std::vector<Selection>> selections, GuardSet raised);
  void name_conversation(Candidate& candidate);
  void decide(Candidate& candidate);
  Decision decide(Candidate& candidate, const Match& match, bool& is_decided);
  bool add_actions(Candidate& candidate, const Match& match);
  GuardSet guards_against(const Candidate& candidate, const Match& match) const;
  void tally_guards(GuardSet guards);

  Program program_;
  bool needs_threads_;
  ThreadIndex threads_;
  std::vector<std::uint64_t> keys_;
  std::vector<Candidate> candidates_;
  std::unordered_map<ThreadIndex::Node, std::string> conversation_ids_;
  std::unordered_map<std::string, std::uint32_t> reasons_;
  std::vector<std::int64_t> guard_tally_;
  Recording recording_;
  Plan plan_;
};

}  // namespace mailcomb::plan
