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

inline Matched match(RuleProgram& program, const testing::MessageTable& table) {
  plan::Program pure{testing::kNow, {}, {}};
  for (const auto& ready : program.rules) pure.rules.push_back(ready.rule);
  plan::Planner planner(std::move(pure));
  Matcher matcher(program, planner);
  matcher.add(table.batch());
  return {planner.finish(0), matcher.degradations()};
}

}  // namespace mailcomb::pipeline
