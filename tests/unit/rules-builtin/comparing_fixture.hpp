// SPDX-License-Identifier: Apache-2.0
// Rule types of the plugin that compare messages, run on tables of messages by the host's own matcher.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "filter/from_value.hpp"
#include "filter/language.hpp"
#include "mailcomb/abi/plugin.h"
#include "plugin/descriptor.hpp"
#include "unit/pipeline/matching_fixture.hpp"

extern "C" const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host* host);

namespace mailcomb::rules_builtin {

using sdk::Value;

inline Result<plugin::Rule> make_rule(const std::string& type, const Value& with) {
  static const mailcomb_host kHost{};
  const auto descriptor = plugin::read_descriptor(mailcomb_plugin_entry_v1(&kHost)).value();
  for (const auto& component : descriptor.components)
    if (component.info.name == type) return plugin::Rule::create(component, with);
  throw std::logic_error("no rule type " + type);
}

// As resolution makes it of a policy.
inline pipeline::ReadyRule ready_rule(const std::string& type, const Value& with,
                                      testing::TestRule rule) {
  auto made = make_rule(type, with).value();
  std::vector<pipeline::NamedFilter> filters;
  Errors errors;
  for (const auto& member : made.description().filters.members())
    filters.push_back({member.key, filter::Evaluator(filter::parse(filter::to_node(member.value),
                                                                   testing::kNow, errors))});
  EXPECT_TRUE(errors.empty());
  rule.rule.asks_conversations = made.description().conversations;
  auto ready = pipeline::ready(std::move(rule));
  auto columns = made.description().columns;
  ready.evaluation.emplace(std::move(made),
                           pipeline::Projection(std::move(columns), std::move(filters)));
  return ready;
}

class ComparingTest : public ::testing::Test {
 protected:
  plan::Plan plan(std::vector<pipeline::ReadyRule> rules) const {
    pipeline::RuleProgram program;
    program.rules = std::move(rules);
    const plugin::Batch batch = table_.batch();
    auto matched = pipeline::match(program, std::span(&batch, 1), {true, {}});
    EXPECT_TRUE(matched.degradations.empty());
    return std::move(matched.plan);
  }

  // What became of each message and why, by its id: "kept: …", or the bucket.
  static std::map<std::string, std::string> told(const plan::Plan& plan) {
    std::map<std::string, std::string> told;
    for (const auto& keep : plan.keeps)
      told[keep.message_id] = "kept: " + plan.reasons[keep.reason];
    for (const auto& decision : plan.decisions)
      told[decision.message_id] =
          std::string(to_text(decision.bucket)) + ": " + plan.reasons[decision.reason];
    return told;
  }

  testing::MessageTable table_;
};

}  // namespace mailcomb::rules_builtin
