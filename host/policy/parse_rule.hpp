// SPDX-License-Identifier: Apache-2.0
// One item of `rules:`.
#pragma once

#include "policy/parse.hpp"

namespace mailcomb::policy {

// `number` counts from 1 and stands for the name where there is none.
RuleSpec parse_rule(const Node& node, std::size_t number, Time now, const Defaults& defaults,
                    Errors& errors);

// A name of [a-z0-9-]+, of a policy or a rule; empty if it is none.
std::string parse_name(const Node& node, const std::string& what, Errors& errors);

}  // namespace mailcomb::policy
