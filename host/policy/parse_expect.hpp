// SPDX-License-Identifier: Apache-2.0
// `expect:` of a policy's test.
#pragma once

#include <string>

#include "policy/test.hpp"

namespace mailcomb::policy {

// `who` begins errors: "test 'starred stays'".
Expectation parse_expect(const Node& node, const std::string& who, Errors& errors);

}  // namespace mailcomb::policy
