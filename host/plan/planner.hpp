// SPDX-License-Identifier: Apache-2.0
// Planner: from what the rules select to one plan. Pure: no clock, no files, no plugins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "filter/evaluator.hpp"
#include "plan/candidate.hpp"
#include "plan/plan.hpp"
#include "plan/rule.hpp"
#include "plan/threads.hpp"

namespace mailcomb::plan {

// What one rule says of one message, its scope already heeded.
struct Selection {
  filter::Truth truth = filter::Truth::kFalse;
  bool is_pending = false;             // The answer comes with Planner::settle; `truth` is kTrue.
  bool tells_why_kept = false;         // The rule type keeps it, for `reason`.
  bool only_derived_category = false;  // Guard::kDerivedCategory.
  std::uint32_t reason = 0;            // From Planner::intern.
  // The age by which the rule selects the message, and which all of its conversation must have.
  std::optional<std::int64_t> received_before_ms;
};

// The answer for a pending message, once its rule type has seen everything.
struct Settlement {
  filter::Truth truth = filter::Truth::kUnknown;
  bool tells_why_kept = false;
  std::uint32_t reason = 0;
  // The rule's pending message that has to stay if this one is trashed, by its number.
  std::optional<std::uint32_t> stand_in;
};

// Decisions that are wanted one by one, besides the tallies.
struct Recording {
  bool all = false;
  std::string message_id;  // Or those on this message.

  bool wants(std::string_view id) const { return all || id == message_id; }
};

// Feed it every batch of a scan in order, settle what is pending, then take the plan.
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

  Time now() const { return program_.now; }

  // The conversation of the rule's pending message of this number, once all messages are in.
  std::uint32_t conversation(std::uint32_t rule, std::uint32_t number) const {
    return threads_.conversation(candidates_[pending_[rule][number]].thread);
  }

  // Answers for the rule's pending message of this number; they count from 0, by rule.
  void settle(std::uint32_t rule, std::uint32_t number, const Settlement& settlement);

  // Whether it should be told why the rule keeps this message: by its id, or its number.
  bool wants(std::string_view id) const { return recording_.wants(id); }
  bool wants(std::uint32_t rule, std::uint32_t number) const;

  // `unreadable` messages are in the mailbox but could not be given as rows.
  Plan finish(std::int64_t unreadable);

 private:
  void add_row(const mailcomb_batch& batch, std::uint32_t row,
               std::span<const std::vector<Selection>> selections, GuardSet raised);
  std::vector<Match> find_matches(const sdk::Row& columns, std::uint32_t row,
                                  std::span<const std::vector<Selection>> selections);
  std::string name_of_conversation(const Candidate& candidate);
  void drop_what_is_not_selected();
  bool is_matched_besides(const Candidate& candidate) const;
  void report(Candidate& candidate);
  void tally_guards(GuardSet guards);
  void note_ahead(std::optional<std::int64_t> received_at_ms);
  // By change: whether a rule matched the message without changing it.
  std::vector<bool> collect_changes();

  Program program_;
  bool needs_threads_;
  ThreadIndex threads_;
  std::vector<std::uint64_t> keys_;
  Candidates candidates_;
  std::vector<std::vector<std::uint32_t>> pending_;  // By rule: candidates, in order.
  std::unordered_map<ThreadIndex::Node, std::string> conversation_ids_;
  std::unordered_map<std::string, std::uint32_t> reasons_;
  std::vector<std::int64_t> guard_tally_;
  Recording recording_;
  Plan plan_;
};

}  // namespace mailcomb::plan
