// SPDX-License-Identifier: Apache-2.0
// Plans of tables of messages, by rules that a test makes from values.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "plan/planner.hpp"
#include "support/filters.hpp"

namespace mailcomb::testing {

// A rule with an exact filter.
struct TestRule {
  plan::Rule rule;
  filter::Expression filter;
  bool only_derived_category = false;  // What the matcher would find.
};

// "trash", "label:Work", …; scope and age follow from the filter, as in policies.
inline TestRule rule(std::string name, std::vector<std::string> actions,
                     filter::Expression filter = everything()) {
  TestRule made;
  made.rule.name = std::move(name);
  for (const auto& action : actions) made.rule.actions.push_back(*mail::parse_action(action));
  made.rule.scope = plan::scope_of(filter, made.rule.actions);
  made.filter = std::move(filter);
  return made;
}

inline std::vector<plan::Selection> select(const TestRule& rule, const plugin::Batch& batch) {
  filter::Evaluator evaluator(rule.filter);
  evaluator.bind(batch.abi());
  std::vector<plan::Selection> selections(batch.row_count());
  for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
    const auto location = mail::find_location(batch.row(row).text("location").value_or("other"));
    if (!rule.rule.scope.has(*location)) continue;
    const filter::Message message(&batch.abi(), row);
    selections[row].truth = evaluator.truth(message);
    selections[row].received_before_ms = evaluator.age_bound(message);
    selections[row].only_derived_category = rule.only_derived_category;
  }
  return selections;
}

inline plan::Plan plan_of(const std::vector<TestRule>& rules,
                          std::span<const plugin::Batch> batches,
                          std::vector<plan::Limit> limits = {}, std::int64_t unreadable = 0,
                          std::optional<plan::Backlog> backlog = {}) {
  plan::Program program{kNow, {}, std::move(limits), {}, backlog};
  for (const auto& each : rules) program.rules.push_back(each.rule);
  plan::Planner planner(std::move(program));
  planner.intern("because");
  for (const auto& batch : batches) {
    std::vector<std::vector<plan::Selection>> selections;
    for (const auto& each : rules) selections.push_back(select(each, batch));
    planner.add(batch.abi(), selections);
  }
  return planner.finish(unreadable);
}

inline plan::Plan plan_of(const std::vector<TestRule>& rules, const MessageTable& table,
                          std::vector<plan::Limit> limits = {},
                          std::optional<plan::Backlog> backlog = {}) {
  const plugin::Batch batch = table.batch();
  return plan_of(rules, std::span(&batch, 1), std::move(limits), 0, backlog);
}

// "m1: trash; m2: label:A mark_read; "
inline std::string changes_text(const plan::Plan& plan) {
  std::string text;
  for (const auto& change : plan.changes) {
    text += change.id + ":";
    for (const auto& planned : change.actions) text += " " + mail::to_text(planned.action);
    text += "; ";
  }
  return text;
}

// "changes 1, guarded 2, shadowed 0, already 0"
inline std::string buckets_text(const plan::RuleTally& tally) {
  return "changes " + std::to_string(tally.changes) + ", guarded " + std::to_string(tally.guarded) +
         ", shadowed " + std::to_string(tally.shadowed) + ", already " +
         std::to_string(tally.already);
}

// "starred 1, thread 2, "
inline std::string guards_text(const plan::Plan& plan) {
  std::string text;
  for (const auto& tally : plan.guards)
    text += std::string(to_text(tally.guard)) + " " + std::to_string(tally.messages) + ", ";
  return text;
}

}  // namespace mailcomb::testing
