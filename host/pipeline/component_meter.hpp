// SPDX-License-Identifier: Apache-2.0
// ComponentMeter: measures every component at its edge.
#pragma once

#include "plugin/call_observer.hpp"
#include "telemetry/meter.hpp"

namespace mailcomb::pipeline {

class ComponentMeter : public plugin::CallObserver {
 public:
  // The meter must outlive it.
  explicit ComponentMeter(telemetry::Meter& meter) : meter_(meter) {}

  std::chrono::nanoseconds now() override { return meter_.now(); }
  void ended(const plugin::EndedCall& call) override;

 private:
  telemetry::Meter& meter_;
};

}  // namespace mailcomb::pipeline
