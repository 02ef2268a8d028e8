// SPDX-License-Identifier: Apache-2.0
// `tests:` of a policy.
#pragma once

#include <vector>

#include "policy/test.hpp"

namespace mailcomb::policy {

// Errors are appended; the answer is then not to be used. Whether the rules and guards that tests
// name exist is not looked at.
std::vector<Test> parse_tests(const Node& node, Errors& errors);

}  // namespace mailcomb::policy
