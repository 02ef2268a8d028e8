// SPDX-License-Identifier: Apache-2.0
// Decider: what becomes of each candidate, once the whole mailbox was seen.
#pragma once

#include <cstdint>

#include "plan/candidate.hpp"
#include "plan/rule.hpp"
#include "plan/threads.hpp"

namespace mailcomb::plan {

// All arguments must outlive it. The threads count where a rule of the program asks for them.
class Decider {
 public:
  Decider(const Program& program, const ThreadIndex& threads, Candidates& candidates);

  // Gives every match its guards and bucket, and every candidate its actions.
  void decide_all();

 private:
  std::uint32_t find_open_stand_in(const Candidate& candidate) const;
  bool is_survived(const Match& match);
  GuardSet guards_against(const Candidate& candidate, const Match& match) const;
  void decide(Candidate& candidate);
  Bucket bucket_of(Candidate& candidate, const mail::State& prior, const Match& match,
                   bool& is_decided);
  bool add_actions(Candidate& candidate, const mail::State& prior, const Match& match);

  const Program& program_;
  const ThreadIndex& threads_;
  const bool needs_threads_;
  Candidates& candidates_;
};

}  // namespace mailcomb::plan
