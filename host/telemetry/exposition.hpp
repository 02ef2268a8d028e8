// SPDX-License-Identifier: Apache-2.0
// The text exposition format of Prometheus, version 0.0.4.
#pragma once

#include <string>

#include "telemetry/samples.hpp"

namespace mailcomb::telemetry {

// Families that nothing was measured of are left out, as are those of a later version.
std::string exposition(const Samples& samples);

}  // namespace mailcomb::telemetry
