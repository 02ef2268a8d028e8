// SPDX-License-Identifier: Apache-2.0
// Scanning: one pass over a whole mailbox, batch by batch.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "plugin/mailbox.hpp"
#include "telemetry/meter.hpp"

namespace mailcomb::pipeline {

struct PlanningHooks {
  plugin::StopAsked stop;
  // Also before the first one. `share` is how much of the scan is done, from 0 to 1, if it is known.
  std::function<void(std::int64_t scanned, std::optional<double> share)> after_batch;
  std::function<void(const plugin::Batch&)> on_batch;  // Sees every batch first.
  telemetry::Meter* meter = nullptr;                   // What the stages take.
};

// Hands every batch to `see`; answers what could not be read. Fails with kCancelled if it was asked to
// stop.
Result<std::vector<plugin::Skip>> scan_all(plugin::Mailbox& mailbox,
                                           const std::vector<std::string>& columns,
                                           const PlanningHooks& hooks,
                                           const std::function<void(const plugin::Batch&)>& see);

}  // namespace mailcomb::pipeline
