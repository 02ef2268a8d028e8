// SPDX-License-Identifier: Apache-2.0
#include "telemetry/meter.hpp"

#include <gtest/gtest.h>

namespace mailcomb::telemetry {
namespace {

using std::chrono::milliseconds;

TEST(Meter, adds_the_time_of_a_stage_up_to_one_observation) {
  Meter::Duration now{0};
  Meter meter([&now] { return now; });
  for (int i = 0; i < 3; ++i) {
    const StageTime scanning(&meter, Stage::kScan);
    now += milliseconds(50);
  }
  meter.count(Stage::kScan, "read", 7);
  auto samples = meter.take();
  const auto& durations = samples.families["mailcomb_stage_duration_seconds"];
  ASSERT_EQ(durations.size(), 1u);
  EXPECT_DOUBLE_EQ(durations.at({"scan"}).value, 0.15);
  EXPECT_EQ(durations.at({"scan"}).counts,
            (std::vector<std::uint64_t>{0, 0, 0, 1, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(samples.families["mailcomb_stage_messages_total"].at({"scan", "read"}).value, 7);
  EXPECT_TRUE(meter.take().families.empty());
}

TEST(Meter, may_be_absent) { const StageTime nothing(nullptr, Stage::kScan); }

}  // namespace
}  // namespace mailcomb::telemetry
