// SPDX-License-Identifier: Apache-2.0
#include "pipeline/component_meter.hpp"

namespace mailcomb::pipeline {
namespace {

using telemetry::Metric;

// Refused: an answer that the component is free to give. The rest is trouble.
const char* outcome_of(mailcomb_status status) {
  switch (status) {
    case MAILCOMB_OK: return "success";
    case MAILCOMB_INVALID:
    case MAILCOMB_LOCKED:
    case MAILCOMB_UNSUPPORTED:
    case MAILCOMB_CANCELLED:
    case MAILCOMB_CONFLICT:
    case MAILCOMB_SIGN_IN:
    case MAILCOMB_LATER: return "refused";
    default: return "failure";
  }
}

}  // namespace

void ComponentMeter::ended(const plugin::EndedCall& call) {
  const std::string component(call.component);
  meter_.add(Metric::kComponentCalls, {component, outcome_of(call.status)});
  meter_.observe(Metric::kComponentDuration, {component}, call.took);
}

}  // namespace mailcomb::pipeline
