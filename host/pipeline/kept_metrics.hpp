// SPDX-License-Identifier: Apache-2.0
// The metrics that a store keeps: what runs measured adds up there, whatever process they were in.
#pragma once

#include <string>

#include "plugin/store.hpp"
#include "telemetry/document.hpp"

namespace mailcomb::pipeline {

// Empty if nothing was kept yet. Fails with kUnavailable if it cannot be understood.
Result<telemetry::Document> load_metrics(plugin::Store& store);

// Joins what a run of the pipeline measured. Of two processes that do it at once both count.
Result<void> keep_metrics(plugin::Store& store, const std::string& pipeline,
                          const telemetry::Samples& measured);

}  // namespace mailcomb::pipeline
