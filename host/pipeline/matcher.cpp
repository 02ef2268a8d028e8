// SPDX-License-Identifier: Apache-2.0
#include "pipeline/matcher.hpp"

#include <algorithm>

#include "mail/location.hpp"

namespace mailcomb::pipeline {
namespace {

using filter::Nature;
using filter::Truth;

mail::Location location_of(const sdk::Row& row) {
  return mail::find_location(row.text("location").value_or("")).value_or(mail::Location::kOther);
}

constexpr const char* kNoVerdict = "the rule type gave no verdict";

Truth truth_of(const mailcomb_verdict& verdict) {
  if (verdict.answer == MAILCOMB_VERDICT_SELECT) return Truth::kTrue;
  return verdict.answer == MAILCOMB_VERDICT_KEEP ? Truth::kFalse : Truth::kUnknown;
}

std::string id_of(const sdk::Row& row) { return std::string(row.text("id").value_or("")); }

bool has_bit(std::uint64_t support, std::size_t predicate) {
  return support >> std::min<std::size_t>(predicate, 63) & 1;
}

}  // namespace

std::optional<std::string_view> find_protecting(const mail::ProtectedSenders& senders,
                                                const sdk::Row& row) {
  if (senders.empty()) return {};
  const auto from = row.addresses("from");
  if (!from) return "unreadable";
  for (std::uint32_t i = 0; i < from->size(); ++i)
    if (const auto entry = senders.find(from->address(i).address)) return entry;
  return {};
}

Matcher::Matcher(RuleProgram& program, plan::Planner& planner, telemetry::Meter* meter)
    : program_(program),
      planner_(planner),
      meter_(meter),
      reasons_(program.rules.size()),
      degradations_(program.rules.size()) {
  for (std::size_t i = 0; i < program.rules.size(); ++i)
    degradations_[i].rule = program.rules[i].rule.name;
}

// What the planner takes from each row is what guards are told by.
void Matcher::add(const plugin::Batch& batch) {
  const auto selections = select(batch);
  const telemetry::StageTime guarding(meter_, telemetry::Stage::kGuard);
  planner_.add(batch.abi(), selections, find_protected(batch));
}

std::vector<Matcher::Selections> Matcher::select(const plugin::Batch& batch) {
  const telemetry::StageTime matching(meter_, telemetry::Stage::kMatch);
  see(batch);
  std::vector<Selections> selections(program_.rules.size());
  for (std::size_t rule = 0; rule < program_.rules.size(); ++rule) {
    program_.rules[rule].filter.bind(batch.abi());
    selections[rule].resize(batch.row_count());
    select_by_filter(rule, selections[rule]);
    if (program_.rules[rule].evaluation) select_by_verdict(rule, batch, selections[rule]);
  }
  return selections;
}

// Of every row, whatever the rules select: a conversation is kept by any message of it.
std::vector<bool> Matcher::find_protected(const plugin::Batch& batch) {
  if (program_.never.empty() && program_.senders.empty()) return {};
  std::vector<bool> is_protected(batch.row_count());
  for (std::uint32_t row = 0; row < batch.row_count(); ++row)
    is_protected[row] = find_protecting(program_.senders, batch.row(row)).has_value();
  for (auto& never : program_.never) {
    never.filter.bind(batch.abi());
    for (std::uint32_t row = 0; row < batch.row_count(); ++row)
      if (!is_protected[row])
        is_protected[row] = never.protects(never.filter.truth(seen_[row].message));
  }
  return is_protected;
}

void Matcher::see(const plugin::Batch& batch) {
  seen_.clear();
  for (std::uint32_t row = 0; row < batch.row_count(); ++row)
    seen_.push_back({filter::Message(&batch.abi(), row), location_of(batch.row(row))});
}

void Matcher::select_by_filter(std::size_t number, Selections& selections) {
  const auto& rule = program_.rules[number];
  for (std::uint32_t row = 0; row < seen_.size(); ++row) {
    const auto& [message, location] = seen_[row];
    auto& selection = selections[row];
    if (!rule.rule.scope.has(location)) continue;
    selection.truth = rule.filter.truth(message);
    if (selection.truth != Truth::kTrue) continue;
    selection.received_before_ms = rule.filter.age_bound(message);
    const auto support = rule.filter.support(message);
    selection.only_derived_category = speaks_only_derived_category(rule, support);
    if (!rule.evaluation) selection.reason = reason(number, support);
  }
}

// Candidates become matches by the rule type's word only.
void Matcher::select_by_verdict(std::size_t number, const plugin::Batch& batch,
                                Selections& selections) {
  auto& evaluation = *program_.rules[number].evaluation;
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
    if (selections[row].truth != Truth::kTrue) continue;
    candidates.push_back(row);
    selections[row].is_pending = evaluation.rule.finishes();
  }
  if (candidates.empty()) return;
  const auto shown = evaluation.projection.project(batch, candidates);
  if (evaluation.rule.finishes()) return put_off(evaluation, shown);
  const auto verdicts = evaluation.rule.evaluate(shown);
  if (!verdicts) degrade(number, verdicts.error().message, shown.row_count());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto& selection = selections[candidates[i]];
    selection.truth = Truth::kUnknown;
    if (!verdicts) continue;
    const auto& verdict = (*verdicts)[i];
    if (verdict.answer == MAILCOMB_VERDICT_UNSET) {
      degrade(number, kNoVerdict, 1);
      continue;
    }
    selection.truth = truth_of(verdict);
    selection.tells_why_kept =
        selection.truth != Truth::kTrue && planner_.wants(id_of(batch.row(candidates[i])));
    if (selection.truth == Truth::kTrue || selection.tells_why_kept)
      selection.reason = planner_.intern(evaluation.rule.reason(verdict));
  }
}

// Once it failed it has not seen everything, so it is not asked again.
void Matcher::put_off(Evaluation& evaluation, const plugin::Batch& shown) {
  if (!evaluation.failure.empty()) return evaluation.answers.add_unset(shown.row_count());
  const auto verdicts = evaluation.rule.evaluate(shown);
  if (verdicts) return evaluation.answers.add(*verdicts);
  evaluation.failure = verdicts.error().message;
  evaluation.answers.add_unset(shown.row_count());
}

void Matcher::finish() {
  const telemetry::StageTime matching(meter_, telemetry::Stage::kMatch);
  for (std::size_t rule = 0; rule < program_.rules.size(); ++rule) {
    auto& evaluation = program_.rules[rule].evaluation;
    if (!evaluation || evaluation->answers.size() == 0) continue;
    if (evaluation->failure.empty()) finish(rule);
    settle(rule);
  }
}

void Matcher::finish(std::size_t number) {
  auto& [rule, projection, answers, failure] = *program_.rules[number].evaluation;
  if (rule.description().conversations)
    answers.tell_conversations([this, number](std::uint32_t ordinal) {
      return planner_.conversation(static_cast<std::uint32_t>(number), ordinal);
    });
  if (const auto finished = rule.finish(answers, to_unix_ms(planner_.now())); !finished)
    failure = finished.error().message;
}

void Matcher::settle(std::size_t number) {
  auto& evaluation = *program_.rules[number].evaluation;
  auto& answers = evaluation.answers;
  if (!evaluation.failure.empty()) {
    answers.forget();
    degrade(number, evaluation.failure, static_cast<std::int64_t>(answers.size()));
  }
  const auto rule = static_cast<std::uint32_t>(number);
  for (std::uint32_t i = 0; i < answers.size(); ++i) {
    if (answers[i].answer == MAILCOMB_VERDICT_UNSET && evaluation.failure.empty())
      degrade(number, kNoVerdict, 1);
    planner_.settle(rule, i, settlement_of(rule, i));
  }
}

plan::Settlement Matcher::settlement_of(std::uint32_t rule, std::uint32_t ordinal) {
  const auto& evaluation = *program_.rules[rule].evaluation;
  const auto& answer = evaluation.answers[ordinal];
  const auto verdict = answer.verdict();
  plan::Settlement settlement{truth_of(verdict), false, 0, {}};
  if (verdict.answer == MAILCOMB_VERDICT_UNSET) return settlement;
  settlement.tells_why_kept = settlement.truth != Truth::kTrue && planner_.wants(rule, ordinal);
  if (settlement.truth == Truth::kTrue || settlement.tells_why_kept)
    settlement.reason = planner_.intern(evaluation.rule.reason(verdict));
  if (answer.stand_in != plugin::Answer::kNone) settlement.stand_in = answer.stand_in;
  return settlement;
}

std::uint32_t Matcher::reason(std::size_t number, std::uint64_t support) {
  const auto [entry, is_new] = reasons_[number].try_emplace(support, 0);
  if (!is_new) return entry->second;
  const auto& filter = program_.rules[number].filter;
  std::string text;
  for (std::size_t i = 0; i < filter.predicate_count(); ++i) {
    if (!has_bit(support, i)) continue;
    text += (text.empty() ? "" : ", ") + filter.predicate(i).source;
    if (is_derived(filter.predicate(i))) text += " (derived)";
  }
  // Only what is not so speaks for the message: then the whole filter is the reason.
  if (text.empty()) text = filter::to_text(filter.expression());
  return entry->second = planner_.intern(text);
}

bool Matcher::is_derived(const filter::Predicate& predicate) const {
  return (predicate.nature == Nature::kCategory && program_.derives_category) ||
         (predicate.nature == Nature::kImportance && program_.derives_importance);
}

// A derived importance is no better a reason than a derived category, nor are both together.
bool Matcher::speaks_only_derived_category(const ReadyRule& rule, std::uint64_t support) const {
  // What a rule type itself says is no evidence, and less so if it was told the category.
  bool derived =
      program_.derives_category && rule.evaluation && rule.evaluation->projection.tells_category();
  for (std::size_t i = 0; i < rule.filter.predicate_count(); ++i) {
    if (!has_bit(support, i)) continue;
    const auto& predicate = rule.filter.predicate(i);
    derived = derived || is_derived(predicate);
    const bool is_evidence = predicate.nature == Nature::kOther ||
                             predicate.nature == Nature::kCategory ||
                             predicate.nature == Nature::kImportance;
    if (is_evidence && !is_derived(predicate) && i < 63) return false;  // The last bit is shared.
  }
  return derived;
}

void Matcher::degrade(std::size_t rule, const std::string& cause, std::int64_t messages) {
  auto& degradation = degradations_[rule];
  if (degradation.messages == 0) degradation.cause = cause;
  degradation.messages += messages;
}

std::vector<Degradation> Matcher::degradations() const {
  std::vector<Degradation> happened;
  for (const auto& degradation : degradations_)
    if (degradation.messages > 0) happened.push_back(degradation);
  return happened;
}

}  // namespace mailcomb::pipeline
