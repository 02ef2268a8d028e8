// SPDX-License-Identifier: Apache-2.0
// Narrowing: a policy of which only some rules act; the others keep their say.
#pragma once

#include <string>
#include <vector>

#include "pipeline/rule_program.hpp"

namespace mailcomb::pipeline {

// What the plan then changes is a part of what it changes by the whole policy: what another rule
// keeps or moves first is left alone. Fails with kUsage if the program has no rule of such a name.
// `policy` is its name, for the error. No names at all: every rule acts.
Result<void> act_only(RuleProgram& program, const std::vector<std::string>& names,
                      const std::string& policy);

}  // namespace mailcomb::pipeline
