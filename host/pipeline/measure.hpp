// SPDX-License-Identifier: Apache-2.0
// What plans and runs come to in metrics.
#pragma once

#include <string>

#include "journal/run.hpp"
#include "pipeline/planning.hpp"
#include "telemetry/meter.hpp"

namespace mailcomb::pipeline {

// Messages by stage, matches by rule, blocks by guard.
void measure_plan(const PlanningReport& report, const std::string& policy, telemetry::Meter& meter);

// What the provider said of the changes it was asked for.
void measure_outcomes(const std::vector<plugin::Outcome>& outcomes, telemetry::Meter& meter);

// The actions on one message and what was seen afterwards. What undo puts back has no type of its own
// and is not counted; the rest of an undo counts as what it does.
void measure_result(const journal::Intent& intent, journal::Outcome outcome,
                    telemetry::Meter& meter);

}  // namespace mailcomb::pipeline
