// SPDX-License-Identifier: Apache-2.0
#include "plugin/answers.hpp"

#include <algorithm>

namespace mailcomb::plugin {

bool makes_sense(const mailcomb_verdict& verdict, std::size_t reason_count) {
  if (verdict.answer > MAILCOMB_VERDICT_UNKNOWN) return false;
  return verdict.reason < reason_count || (reason_count == 0 && verdict.reason == 0);
}

void Answers::add(std::span<const mailcomb_verdict> verdicts) {
  for (const auto& verdict : verdicts)
    answers_.push_back({verdict.argument, Answer::kNone, verdict.reason, verdict.answer});
}

mailcomb_final_verdicts Answers::writer(std::int64_t now_ms) {
  mailcomb_final_verdicts verdicts{};
  verdicts.struct_size = sizeof verdicts;
  verdicts.context = this;
  verdicts.now_ms = now_ms;
  verdicts.answer = [](void* context, std::uint64_t ordinal, const mailcomb_verdict* verdict,
                       std::uint64_t stand_in) noexcept {
    return static_cast<Answers*>(context)->take(ordinal, verdict, stand_in);
  };
  verdicts.conversation = [](void* context, std::uint64_t ordinal) noexcept {
    return static_cast<Answers*>(context)->conversation(ordinal);
  };
  return verdicts;
}

std::string Answers::complaint(std::uint64_t ordinal, const mailcomb_verdict* verdict,
                               std::uint64_t stand_in) const {
  const auto row = "row " + std::to_string(ordinal);
  if (ordinal >= answers_.size())
    return "it answered for " + row + ", and saw only " + std::to_string(answers_.size());
  if (answers_[ordinal].answer != MAILCOMB_VERDICT_UNSET) return "it answered twice for " + row;
  if (!verdict || verdict->answer == MAILCOMB_VERDICT_UNSET ||
      !makes_sense(*verdict, reason_count_))
    return "its verdict for " + row + " makes no sense";
  if (stand_in == MAILCOMB_NO_ORDINAL) return {};
  if (stand_in == ordinal) return row + " was to stand in for itself";
  if (stand_in >= answers_.size())
    return "row " + std::to_string(stand_in) + " was to stand in for " + row +
           ", and it saw only " + std::to_string(answers_.size());
  return {};
}

mailcomb_status Answers::take(std::uint64_t ordinal, const mailcomb_verdict* verdict,
                              std::uint64_t stand_in) {
  if (!misuse_.empty()) return MAILCOMB_INVALID;
  misuse_ = complaint(ordinal, verdict, stand_in);
  if (!misuse_.empty()) return MAILCOMB_INVALID;
  const auto row =
      stand_in == MAILCOMB_NO_ORDINAL ? Answer::kNone : static_cast<std::uint32_t>(stand_in);
  answers_[ordinal] = {verdict->argument, row, verdict->reason, verdict->answer};
  return MAILCOMB_OK;
}

std::uint64_t Answers::conversation(std::uint64_t ordinal) const {
  if (!conversations_ || ordinal >= answers_.size()) return MAILCOMB_NO_ORDINAL;
  return conversations_(static_cast<std::uint32_t>(ordinal));
}

void Answers::forget() { std::fill(answers_.begin(), answers_.end(), Answer{}); }

}  // namespace mailcomb::plugin
