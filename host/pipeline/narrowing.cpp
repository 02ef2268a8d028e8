// SPDX-License-Identifier: Apache-2.0
#include "pipeline/narrowing.hpp"

#include <algorithm>

#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::pipeline {
namespace {

std::vector<std::string_view> names_of(const RuleProgram& program) {
  std::vector<std::string_view> names;
  for (const auto& ready : program.rules) names.push_back(ready.rule.name);
  return names;
}

}  // namespace

Result<void> act_only(RuleProgram& program, const std::vector<std::string>& names,
                      const std::string& policy) {
  if (names.empty()) return {};
  const auto known = names_of(program);
  for (const auto& name : names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fail(Fault::kUsage, "policy '" + policy + "' has no enabled rule " + in_quotes(name),
                  suggest(name, known, "its rules"));
  for (auto& ready : program.rules)
    ready.rule.acts = std::find(names.begin(), names.end(), ready.rule.name) != names.end();
  return {};
}

}  // namespace mailcomb::pipeline
