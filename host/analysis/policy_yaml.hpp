// SPDX-License-Identifier: Apache-2.0
// Suggested rules as a policy file, with comments and tests.
#pragma once

#include <string>
#include <vector>

#include "analysis/suggestion.hpp"

namespace mailcomb::analysis {

// `mailbox` is for the first comment. Whatever comes from mail stands in double quotes, escaped so that
// YAML reads it back as it was; none of it stands in a comment.
std::string to_policy_yaml(const std::vector<SuggestedRule>& rules, const std::string& mailbox,
                           Time now);

}  // namespace mailcomb::analysis
