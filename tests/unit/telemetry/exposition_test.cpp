// SPDX-License-Identifier: Apache-2.0
#include "telemetry/exposition.hpp"

#include <gtest/gtest.h>

namespace mailcomb::telemetry {
namespace {

TEST(Exposition, is_text_that_prometheus_reads) {
  Samples samples;
  samples.add(Metric::kActions, {"archive", "success"}, 2);
  samples.observe(Metric::kComponentDuration, {"store:x"}, 0.5);
  samples.observe(Metric::kComponentDuration, {"store:x"}, 20);
  EXPECT_EQ(
      exposition(samples),
      "# HELP gmail_cleanup_actions_total Actions on messages; delete means moved to the trash\n"
      "# TYPE gmail_cleanup_actions_total counter\n"
      "gmail_cleanup_actions_total{type=\"archive\",status=\"success\"} 2\n"
      "# HELP mailcomb_component_duration_seconds How long a call into a component took\n"
      "# TYPE mailcomb_component_duration_seconds histogram\n"
      "mailcomb_component_duration_seconds_count{component=\"store:x\"} 2\n"
      "mailcomb_component_duration_seconds_sum{component=\"store:x\"} 20.5\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"0.0001\"} 0\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"0.001\"} 0\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"0.01\"} 0\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"0.1\"} 0\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"1\"} 1\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"10\"} 1\n"
      "mailcomb_component_duration_seconds_bucket{component=\"store:x\",le=\"+Inf\"} 2\n");
}

TEST(Exposition, escapes_labels_and_leaves_out_what_it_does_not_know) {
  Samples samples;
  samples.add(Metric::kQuotaUnits, {"a\"b\\c\nd"}, 1);
  samples.families["mailcomb_later_total"][{"x"}].value = 1;
  EXPECT_EQ(exposition(samples),
            "# HELP mailcomb_quota_units_total Units of the provider's quota used\n"
            "# TYPE mailcomb_quota_units_total counter\n"
            "mailcomb_quota_units_total{provider=\"a\\\"b\\\\c\\nd\"} 1\n");
  EXPECT_EQ(exposition({}), "");
}

}  // namespace
}  // namespace mailcomb::telemetry
