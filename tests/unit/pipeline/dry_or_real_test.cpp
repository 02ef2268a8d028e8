// SPDX-License-Identifier: Apache-2.0
#include "pipeline/dry_or_real.hpp"

#include <gtest/gtest.h>

namespace mailcomb::pipeline {
namespace {

Effect effect(const Asked& asked) { return dry_or_real(asked).value(); }

Asked real_by_all() {
  Asked asked;
  asked.execute = asked.is_apply = true;
  asked.dry_run_by_default = false;
  asked.pipeline_execute = true;
  return asked;
}

TEST(DryOrReal, a_dry_run_asked_for_anywhere_wins) {
  auto asked = real_by_all();
  asked.policy_dry_run = true;
  EXPECT_EQ(effect(asked), Effect::kDry);
  asked = real_by_all();
  asked.pipeline_dry_run = true;
  EXPECT_EQ(effect(asked), Effect::kDry);
  asked = real_by_all();
  asked.execute = false;
  asked.dry_run = true;
  EXPECT_EQ(effect(asked), Effect::kDry);
}

TEST(DryOrReal, flags_contradict) {
  Asked asked;
  asked.dry_run = asked.execute = true;
  EXPECT_EQ(dry_or_real(asked).error().message, "--dry-run and --execute contradict each other");
  EXPECT_EQ(dry_or_real(asked).error().fault, Fault::kUsage);
}

TEST(DryOrReal, nothing_said_is_dry) {
  EXPECT_EQ(effect({}), Effect::kDry);
  Asked asked;
  asked.policy_dry_run = asked.pipeline_dry_run = false;
  EXPECT_EQ(effect(asked), Effect::kDry);
}

TEST(DryOrReal, a_command_or_flag_comes_before_the_environment) {
  Asked asked;
  asked.dry_run_by_default = true;
  asked.execute = true;
  EXPECT_EQ(effect(asked), Effect::kReal);
  asked.execute = false;
  asked.is_apply = true;
  EXPECT_EQ(effect(asked), Effect::kReal);
}

TEST(DryOrReal, the_environment_comes_before_the_pipeline) {
  Asked asked;
  asked.pipeline_execute = true;
  EXPECT_EQ(effect(asked), Effect::kReal);
  asked.dry_run_by_default = true;
  EXPECT_EQ(effect(asked), Effect::kDry);
  asked.pipeline_execute = false;
  asked.dry_run_by_default = false;
  EXPECT_EQ(effect(asked), Effect::kReal);
}

}  // namespace
}  // namespace mailcomb::pipeline
