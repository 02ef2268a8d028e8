// SPDX-License-Identifier: Apache-2.0
// How a plan is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/report/report.hpp"
#include "pipeline/planning.hpp"
#include "pipeline/rule_program.hpp"
#include "plan/plan_json.hpp"

namespace mailcomb::app {

// Only what an earlier run did not plan is shown.
struct SinceView {
  std::string run_id;
  std::vector<plan::Change> changes;
};

struct PlanShow {
  bool strategy = false;  // --explain
  std::optional<SinceView> since = {};
};

struct PlanView {
  const pipeline::PlanningReport& planning;
  const pipeline::RuleProgram& program;
  const plan::Binding& binding;
  std::string digest;  // For JSON only.
  const PlanShow& show;

  // Those that are shown.
  const std::vector<plan::Change>& changes() const {
    return show.since ? show.since->changes : planning.plan.changes;
  }
};

// Holds what that format takes and no more: a plan may have a million changes.
Report plan_report(const PlanView& view, Format format);

// What could not be read, and rules that could not do their work; a line each, at most a few of a
// kind. For stderr.
std::string degradation_text(const pipeline::PlanningReport& planning);

}  // namespace mailcomb::app
