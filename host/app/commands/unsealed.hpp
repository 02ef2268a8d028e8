// SPDX-License-Identifier: Apache-2.0
// Unsealed: the subjects and senders of a run, as far as the key at hand opens them.
#pragma once

#include "app/report/history_report.hpp"
#include "app/workbench.hpp"

namespace mailcomb::app {

// Fills the run's metadata. A key that is wrong, lost or refused is no error: it is told.
Unsealing unseal(Workbench& bench, journal::Run& run);

}  // namespace mailcomb::app
