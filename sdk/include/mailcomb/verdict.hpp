// SPDX-License-Identifier: Apache-2.0
// Verdict: what a rule type says of one message. `reason` counts in the order in which the plugin's
// description gives the texts; `argument` fills the text's `{}`.
#pragma once

#include <cstdint>

#include "mailcomb/abi/verdict.h"
#include "mailcomb/failure.hpp"

namespace mailcomb::sdk {

using Verdict = mailcomb_verdict;

inline Verdict keep(std::uint16_t reason = 0, std::int64_t argument = 0) {
  return {MAILCOMB_VERDICT_KEEP, 0, reason, 0, argument};
}
inline Verdict select(std::uint16_t reason = 0, std::int64_t argument = 0) {
  return {MAILCOMB_VERDICT_SELECT, 0, reason, 0, argument};
}
// It cannot be told: the message is kept, and counted as unknown.
inline Verdict unknown(std::uint16_t reason = 0, std::int64_t argument = 0) {
  return {MAILCOMB_VERDICT_UNKNOWN, 0, reason, 0, argument};
}
// No answer: the message is kept, and the run is reported as degraded.
inline Verdict unset() { return {}; }
// What observe says of a message that finish answers for.
inline Verdict later() { return {}; }

// Two numbers as one argument, for `{high}` and `{low}`.
inline std::int64_t both(std::uint32_t high, std::uint32_t low) {
  return static_cast<std::int64_t>(std::uint64_t{high} << 32 | low);
}

// Takes what finish answers: for each row that observe put off, by its ordinal, in any order.
class FinalVerdicts {
 public:
  explicit FinalVerdicts(const mailcomb_final_verdicts* to) : to_(to) {}

  void answer(std::uint64_t ordinal, const Verdict& verdict) {
    answer(ordinal, verdict, MAILCOMB_NO_ORDINAL);
  }
  // The message may only go because that other one stays (abi/verdict.h).
  void answer(std::uint64_t ordinal, const Verdict& verdict, std::uint64_t stand_in) {
    detail::expect_ok(to_->answer(to_->context, ordinal, &verdict, stand_in));
  }

  // The time by which the run judges ages, in ms since 1970 (UTC).
  std::int64_t now_ms() const { return to_->now_ms; }
  // Messages of one number are of one conversation. The class has to have `conversations()`.
  std::uint64_t conversation(std::uint64_t ordinal) const {
    return to_->conversation(to_->context, ordinal);
  }

 private:
  const mailcomb_final_verdicts* to_;
};

}  // namespace mailcomb::sdk
