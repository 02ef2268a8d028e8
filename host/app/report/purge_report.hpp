// SPDX-License-Identifier: Apache-2.0
// How it is shown what was removed from the journal.
#pragma once

#include "app/report/report.hpp"
#include "journal/retention.hpp"

namespace mailcomb::app {

// {removed: [RUN], dry_run}
Report purge_report(const journal::Expired& expired, bool is_dry);

}  // namespace mailcomb::app
