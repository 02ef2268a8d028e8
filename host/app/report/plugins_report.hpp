// SPDX-License-Identifier: Apache-2.0
// How plugins are shown.
#pragma once

#include "app/report/report.hpp"
#include "plugin/registry.hpp"

namespace mailcomb::app {

Report plugins_report(const plugin::Registry& registry);

}  // namespace mailcomb::app
