// SPDX-License-Identifier: Apache-2.0
// Rules made ready from values, and the plan that a table of messages comes to by them.
#pragma once

#include <gtest/gtest.h>

#include "pipeline/matcher.hpp"
#include "support/planning.hpp"

namespace mailcomb::pipeline {

inline ReadyRule ready(testing::TestRule rule) {
  return {std::move(rule.rule), filter::Evaluator(std::move(rule.filter)), std::nullopt};
}

struct Matched {
  plan::Plan plan;
  std::vector<Degradation> degradations;

  // "m1: older_than: 30d, category: promotions (derived); "
  std::string reasons() const {
    std::string text;
    for (const auto& change : plan.changes)
      for (const auto& planned : change.actions)
        text += change.id + ": " + plan.reasons[planned.reason] + "; ";
    return text;
  }
};

inline Matched match(RuleProgram& program, std::span<const plugin::Batch> batches,
                     plan::Recording recording = {}) {
  plan::Program pure{testing::kNow, {}, program.limits, program.unguarded, program.backlog};
  for (const auto& ready : program.rules) pure.rules.push_back(ready.rule);
  plan::Planner planner(std::move(pure));
  planner.record(std::move(recording));
  Matcher matcher(program, planner);
  for (const auto& batch : batches) matcher.add(batch);
  matcher.finish();
  return {planner.finish(0), matcher.degradations()};
}

inline Matched match(RuleProgram& program, const testing::MessageTable& table) {
  const plugin::Batch batch = table.batch();
  return match(program, std::span(&batch, 1));
}

}  // namespace mailcomb::pipeline
