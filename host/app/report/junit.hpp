// SPDX-License-Identifier: Apache-2.0
// The results of policies' tests as JUnit XML, which build servers read.
#pragma once

#include <string>
#include <vector>

#include "app/report/test_report.hpp"

namespace mailcomb::app {

std::string junit_xml(const std::vector<PolicyTests>& policies);

}  // namespace mailcomb::app
