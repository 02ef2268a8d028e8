// SPDX-License-Identifier: Apache-2.0
// Candidate: a message that at least one rule selects, or may select yet, until it is decided.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

#include "filter/evaluator.hpp"
#include "plan/packed_message.hpp"
#include "plan/plan.hpp"
#include "plan/threads.hpp"

namespace mailcomb::plan {

inline constexpr std::uint32_t kNoCandidate = std::numeric_limits<std::uint32_t>::max();

// That a rule selects the message, and what becomes of it.
struct Match {
  std::uint32_t rule;
  std::uint32_t reason;
  std::optional<std::int64_t> received_before_ms;
  std::uint32_t stand_in = kNoCandidate;
  bool only_derived_category = false;
  bool is_survived = true;  // Some stand-in stays, its own or one that is handed on to.
  filter::Truth truth = filter::Truth::kTrue;
  Bucket bucket = Bucket::kGuarded;
  GuardSet guards;  // Those that stop the rule.
};

struct Candidate {
  enum class Stage : std::uint8_t { kOpen, kBegun, kDecided };

  PackedMessage message;
  GuardSet guards;
  Stage stage = Stage::kOpen;
  ThreadIndex::Node thread = 0;
  std::vector<Match> matches;          // In the order of the rules.
  std::vector<PlannedAction> actions;  // Once it is decided.

  // nullptr if the rule does not select it.
  Match* find_match(std::uint32_t rule);
};

using Candidates = std::deque<Candidate>;  // Many, so they neither move nor all go at once.

}  // namespace mailcomb::plan
