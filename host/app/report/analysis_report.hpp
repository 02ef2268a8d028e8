// SPDX-License-Identifier: Apache-2.0
// How the findings on a mailbox are shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/report/report.hpp"
#include "pipeline/survey.hpp"

namespace mailcomb::app {

// What one policy would do.
struct PolicyOutlook {
  std::string name;
  std::string title;
  std::optional<plan::Plan> plan;
  std::string error;  // Why there is no plan.
};

struct AnalysisView {
  const analysis::Findings& findings;
  std::string mailbox;  // TYPE:ARG
  std::int64_t unreadable = 0;
  std::vector<PolicyOutlook> policies;
  std::size_t top = 10;  // So many senders and lists.
};

Report analysis_report(const AnalysisView& view);

}  // namespace mailcomb::app
