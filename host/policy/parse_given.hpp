// SPDX-License-Identifier: Apache-2.0
// One message of `given:` in a policy's test.
#pragma once

#include <string>

#include "policy/test.hpp"

namespace mailcomb::policy {

// `who` begins errors: "test 'starred stays'". `now` is when the test takes place.
Given parse_given(const Node& node, const std::string& who, Time now, Errors& errors);

}  // namespace mailcomb::policy
