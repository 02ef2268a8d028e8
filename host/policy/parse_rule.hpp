// SPDX-License-Identifier: Apache-2.0
// One item of `rules:`.
#pragma once

#include "filter/definitions.hpp"
#include "policy/parse.hpp"

namespace mailcomb::policy {

// What the rules of a policy are read by.
struct RuleReading {
  Time now;
  const Defaults& defaults;
  filter::Definitions& definitions;
  Errors& errors;
};

// `number` counts from 1 and stands for the name where there is none.
RuleSpec parse_rule(const Node& node, std::size_t number, const RuleReading& reading);

// A name of [a-z0-9-]+, of a policy or a rule; empty if it is none.
std::string parse_name(const Node& node, const std::string& what, Errors& errors);

}  // namespace mailcomb::policy
