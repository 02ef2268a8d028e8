// SPDX-License-Identifier: Apache-2.0
// How the verification of the journal is shown.
#pragma once

#include "app/report/report.hpp"
#include "journal/verification.hpp"

namespace mailcomb::app {

// {intact, runs, events, entries, link, damages: [{run_id, what}]}
Report verification_report(const journal::Verification& verification);

}  // namespace mailcomb::app
