// SPDX-License-Identifier: Apache-2.0
#include "pipeline/narrowing.hpp"

#include "matching_fixture.hpp"

namespace mailcomb::pipeline {
namespace {

RuleProgram program() {
  RuleProgram program;
  for (const auto* name : {"old-news", "old-mail"})
    program.rules.push_back(ready(testing::rule(name, {"archive"})));
  return program;
}

std::string acting(const RuleProgram& program) {
  std::string text;
  for (const auto& ready : program.rules)
    if (ready.rule.acts) text += ready.rule.name + " ";
  return text;
}

TEST(ActOnly, lets_the_named_rules_act) {
  auto program = pipeline::program();
  ASSERT_TRUE(act_only(program, {}, "tidy"));
  EXPECT_EQ(acting(program), "old-news old-mail ");
  ASSERT_TRUE(act_only(program, {"old-mail"}, "tidy"));
  EXPECT_EQ(acting(program), "old-mail ");
}

TEST(ActOnly, refuses_a_name_that_no_rule_has_and_changes_nothing) {
  auto program = pipeline::program();
  const auto refused = act_only(program, {"old-news", "old-male"}, "tidy");
  ASSERT_FALSE(refused);
  EXPECT_EQ(to_text(refused.error()),
            "policy 'tidy' has no enabled rule 'old-male'\n  hint: did you mean 'old-mail'?\n");
  EXPECT_EQ(acting(program), "old-news old-mail ");
}

}  // namespace
}  // namespace mailcomb::pipeline
