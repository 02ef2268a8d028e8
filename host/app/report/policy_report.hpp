// SPDX-License-Identifier: Apache-2.0
// How policies are shown.
#pragma once

#include <string>
#include <vector>

#include "app/report/report.hpp"
#include "pipeline/resolution.hpp"
#include "policy/policy.hpp"

namespace mailcomb::app {

struct PolicyListing {
  std::string name;
  std::string file;
  std::string title;
  std::string error;  // Or empty.
};

Report policy_list_report(const std::vector<PolicyListing>& policies);

Report policy_report(const policy::Policy& policy, const pipeline::Resolved& resolved);

Report validation_report(const std::vector<std::string>& valid);

}  // namespace mailcomb::app
