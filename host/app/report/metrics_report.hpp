// SPDX-License-Identifier: Apache-2.0
// How metrics are shown: as Prometheus reads them, or in the formats of all reports.
#pragma once

#include "app/report/report.hpp"
#include "telemetry/samples.hpp"

namespace mailcomb::app {

Report metrics_report(const telemetry::Samples& samples);

}  // namespace mailcomb::app
