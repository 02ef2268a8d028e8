// SPDX-License-Identifier: Apache-2.0
// Matcher: what every rule says of every row of a batch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/rule_program.hpp"
#include "plan/planner.hpp"
#include "telemetry/meter.hpp"

namespace mailcomb::pipeline {

// A rule that could not do its work: its messages are kept, and the run is degraded.
struct Degradation {
  std::string rule;
  std::string cause;  // The first one.
  std::int64_t messages = 0;
};

// The entry of the list that protects a message, or "unreadable" if its senders are.
std::optional<std::string_view> find_protecting(const mail::ProtectedSenders& senders,
                                                const sdk::Row& row);

class Matcher {
 public:
  // All must outlive it; the meter may be null.
  Matcher(RuleProgram& program, plan::Planner& planner, telemetry::Meter* meter = nullptr);

  void add(const plugin::Batch& batch);
  // Asks the rule types that answer once they have seen everything; call it after the last batch.
  void finish();

  std::vector<Degradation> degradations() const;

 private:
  using Selections = std::vector<plan::Selection>;
  // A row of the batch, with what all rules ask of it.
  struct Seen {
    filter::Message message;
    mail::Location location;
  };

  std::vector<Selections> select(const plugin::Batch& batch);
  void see(const plugin::Batch& batch);
  std::vector<bool> find_protected(const plugin::Batch& batch);
  void select_by_filter(std::size_t rule, Selections& selections);
  void select_by_verdict(std::size_t rule, const plugin::Batch& batch, Selections& selections);
  void put_off(Evaluation& evaluation, const plugin::Batch& shown);
  void finish(std::size_t rule);
  void settle(std::size_t rule);
  plan::Settlement settlement_of(std::uint32_t rule, std::uint32_t ordinal);
  std::uint32_t reason(std::size_t rule, std::uint64_t support);
  bool is_derived(const filter::Predicate& predicate) const;
  bool speaks_only_derived_category(const ReadyRule& rule, std::uint64_t support) const;
  void degrade(std::size_t rule, const std::string& cause, std::int64_t messages);

  RuleProgram& program_;
  plan::Planner& planner_;
  telemetry::Meter* meter_;
  std::vector<Seen> seen_;
  std::vector<std::unordered_map<std::uint64_t, std::uint32_t>> reasons_;  // By rule and support.
  std::vector<Degradation> degradations_;                                  // By rule.
};

}  // namespace mailcomb::pipeline
