// SPDX-License-Identifier: Apache-2.0
// How an explanation is shown.
#pragma once

#include "app/report/report.hpp"
#include "pipeline/explanation.hpp"

namespace mailcomb::app {

Report explain_report(const pipeline::Explanation& explanation);

}  // namespace mailcomb::app
