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

Matcher::Matcher(RuleProgram& program, plan::Planner& planner)
    : program_(program),
      planner_(planner),
      reasons_(program.rules.size()),
      degradations_(program.rules.size()) {
  for (std::size_t i = 0; i < program.rules.size(); ++i)
    degradations_[i].rule = program.rules[i].rule.name;
}

void Matcher::add(const plugin::Batch& batch) {
  see(batch);
  std::vector<Selections> selections(program_.rules.size());
  for (std::size_t rule = 0; rule < program_.rules.size(); ++rule) {
    program_.rules[rule].filter.bind(batch.abi());
    selections[rule].resize(batch.row_count());
    select_by_filter(rule, selections[rule]);
    if (program_.rules[rule].evaluation) select_by_verdict(rule, batch, selections[rule]);
  }
  planner_.add(batch.abi(), selections, find_protected(batch));
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
    if (rule.evaluation) continue;
    const auto support = rule.filter.support(message);
    selection.reason = reason(number, support);
    selection.only_derived_category = speaks_only_derived_category(rule, support);
  }
}

// Candidates become matches by the rule type's word only.
void Matcher::select_by_verdict(std::size_t number, const plugin::Batch& batch,
                                Selections& selections) {
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
    if (selections[row].truth != Truth::kTrue) continue;
    candidates.push_back(row);
    selections[row].truth = Truth::kUnknown;
  }
  if (candidates.empty()) return;
  auto& evaluation = *program_.rules[number].evaluation;
  const auto verdicts = evaluation.rule.evaluate(evaluation.projection.project(batch, candidates));
  if (!verdicts) {
    degrade(number, verdicts.error().message, static_cast<std::int64_t>(candidates.size()));
    return;
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto& selection = selections[candidates[i]];
    const auto& verdict = (*verdicts)[i];
    if (verdict.answer == MAILCOMB_VERDICT_UNSET) {
      degrade(number, "the rule type gave no verdict", 1);
      continue;
    }
    selection.truth = verdict.answer == MAILCOMB_VERDICT_SELECT ? Truth::kTrue : Truth::kFalse;
    if (selection.truth == Truth::kTrue)
      selection.reason = planner_.intern(evaluation.rule.reason(verdict));
  }
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
  bool derived = false;
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
