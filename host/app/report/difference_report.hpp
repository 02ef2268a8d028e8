// SPDX-License-Identifier: Apache-2.0
// How the difference between two policies is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/report/report.hpp"
#include "pipeline/difference.hpp"

namespace mailcomb::app {

struct ComparedPolicy {
  std::string name;  // As it was asked for.
  std::string digest;
  const plan::Plan* plan = nullptr;  // With a mailbox.
};

struct DifferenceView {
  ComparedPolicy a, b;
  std::vector<pipeline::Difference> differences;
  std::optional<pipeline::PlanDifference> on_mail = {};
};

Report difference_report(const DifferenceView& view);

}  // namespace mailcomb::app
