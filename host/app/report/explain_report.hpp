// SPDX-License-Identifier: Apache-2.0
// How an explanation is shown.
#pragma once

#include "app/report/report.hpp"
#include "pipeline/explanation.hpp"

namespace mailcomb::app {

// What each rule makes of the message: a paragraph a rule, predicate by predicate.
std::string rules_text(const pipeline::Explanation& explanation);
nlohmann::ordered_json rules_json(const pipeline::Explanation& explanation);

Report explain_report(const pipeline::Explanation& explanation);

}  // namespace mailcomb::app
