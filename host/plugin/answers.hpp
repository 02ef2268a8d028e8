// SPDX-License-Identifier: Apache-2.0
// Answers: what a rule type that finishes says of all rows that it saw, by their ordinals.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "mailcomb/abi/verdict.h"

namespace mailcomb::plugin {

// One for each row, so it is small.
struct Answer {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  std::int64_t argument = 0;
  std::uint32_t stand_in = kNone;  // The ordinal of a row that has to stay if this one goes.
  std::uint16_t reason = 0;
  std::uint8_t answer = MAILCOMB_VERDICT_UNSET;

  mailcomb_verdict verdict() const { return {answer, 0, reason, 0, argument}; }
};
static_assert(sizeof(Answer) == 16);

class Answers {
 public:
  // `reason_count` of the rule type, for which verdicts make sense.
  explicit Answers(std::size_t reason_count) : reason_count_(reason_count) {}

  // What evaluate answered for the next rows; UNSET ones are left to finish.
  void add(std::span<const mailcomb_verdict> verdicts);
  // So many rows that nothing was answered for.
  void add_unset(std::size_t rows) { answers_.resize(answers_.size() + rows); }

  // Answers the conversation of a row, by its ordinal; without it there are none.
  using Conversations = std::function<std::uint64_t(std::uint32_t ordinal)>;
  void tell_conversations(Conversations conversations) {
    conversations_ = std::move(conversations);
  }

  // Valid while this stays where it is.
  mailcomb_final_verdicts writer(std::int64_t now_ms);

  std::size_t size() const { return answers_.size(); }
  const Answer& operator[](std::size_t ordinal) const { return answers_[ordinal]; }

  // What was refused first, or empty. No answer counts then.
  const std::string& misuse() const { return misuse_; }
  // Every row is UNSET again.
  void forget();

 private:
  mailcomb_status take(std::uint64_t ordinal, const mailcomb_verdict* verdict,
                       std::uint64_t stand_in);
  std::string complaint(std::uint64_t ordinal, const mailcomb_verdict* verdict,
                        std::uint64_t stand_in) const;
  std::uint64_t conversation(std::uint64_t ordinal) const;

  std::size_t reason_count_;
  std::vector<Answer> answers_;
  Conversations conversations_;
  std::string misuse_;
};

// Whether a rule type with so many reasons may say this.
bool makes_sense(const mailcomb_verdict& verdict, std::size_t reason_count);

}  // namespace mailcomb::plugin
