// SPDX-License-Identifier: Apache-2.0
// How a scheduled run of one mailbox is shown: short, since somebody gets it as mail every morning.
#pragma once

#include <optional>
#include <vector>

#include "app/commands/planned.hpp"
#include "app/report/report.hpp"
#include "pipeline/dry_or_real.hpp"

namespace mailcomb::app {

struct ScheduledRun {
  std::string mailbox;  // As it was named.
  pipeline::Effect effect = pipeline::Effect::kDry;
  std::vector<Report> resumed;    // Of earlier runs that were finished first.
  const Planned* plan = nullptr;  // Null if it did not come to that.
  std::optional<Report> run;      // Of the execution, if there was one.
};

// {effect, resumed [run], plan {…}, run {…}}
Report scheduled_report(const ScheduledRun& scheduled);

}  // namespace mailcomb::app
