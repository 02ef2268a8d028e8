// SPDX-License-Identifier: Apache-2.0
#include "telemetry/samples.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace mailcomb::telemetry {
namespace {

const Sample& sample(const Samples& samples, Metric metric, const Labels& labels) {
  return samples.families.find(family_of(metric).name)->second.at(labels);
}

TEST(Samples, count_up) {
  Samples samples;
  samples.add(Metric::kRuns, {"failed"}, 0);
  samples.add(Metric::kRuns, {"completed"});
  samples.add(Metric::kRuns, {"completed"}, 2);
  EXPECT_EQ(sample(samples, Metric::kRuns, {"completed"}).value, 3);
  EXPECT_EQ(sample(samples, Metric::kRuns, {"failed"}).value, 0);
}

TEST(Samples, an_observation_is_in_the_first_bucket_that_holds_it) {
  Samples samples;
  for (const double value : {0.0, 0.0001, 0.00011, 10.0, 10.1})
    samples.observe(Metric::kComponentDuration, {"c"}, value);
  const auto& seen = sample(samples, Metric::kComponentDuration, {"c"});
  EXPECT_EQ(seen.counts, (std::vector<std::uint64_t>{2, 1, 0, 0, 0, 1, 1}));
  EXPECT_DOUBLE_EQ(seen.value, 20.10021);
}

TEST(Samples, join_what_was_measured_later) {
  Samples first, later;
  first.add(Metric::kRuns, {"completed"}, 2);
  first.observe(Metric::kRunDuration, {"p"}, 0.3);
  first.set(Metric::kLastSuccess, {"default"}, 100);
  first.set(Metric::kPluginInfo, {"old", "1"}, 1);
  later.add(Metric::kRuns, {"completed"}, 3);
  later.observe(Metric::kRunDuration, {"p"}, 2);
  later.set(Metric::kLastSuccess, {"default"}, 200);
  later.set(Metric::kPluginInfo, {"new", "1"}, 1);
  first.join(later);
  EXPECT_EQ(sample(first, Metric::kRuns, {"completed"}).value, 5);
  const auto& durations = sample(first, Metric::kRunDuration, {"p"});
  EXPECT_DOUBLE_EQ(durations.value, 2.3);
  EXPECT_EQ(std::accumulate(durations.counts.begin(), durations.counts.end(), 0u), 2u);
  EXPECT_EQ(sample(first, Metric::kLastSuccess, {"default"}).value, 200);
  EXPECT_EQ(first.families["mailcomb_plugin_info"].size(), 1u);
}

TEST(Samples, without_a_success_the_last_one_stays) {
  Samples first, later;
  first.set(Metric::kLastSuccess, {"default"}, 100);
  later.add(Metric::kRuns, {"failed"});
  first.join(later);
  EXPECT_EQ(sample(first, Metric::kLastSuccess, {"default"}).value, 100);
}

TEST(Samples, unite_what_was_measured_elsewhere) {
  Samples here, there;
  here.set(Metric::kPluginInfo, {"a", "1"}, 1);
  here.set(Metric::kLastSuccess, {"nightly"}, 100);
  there.set(Metric::kPluginInfo, {"b", "1"}, 1);
  there.set(Metric::kLastSuccess, {"weekly"}, 50);
  here.unite(there);
  EXPECT_EQ(here.families["mailcomb_plugin_info"].size(), 2u);
  EXPECT_EQ(sample(here, Metric::kLastSuccess, {"weekly"}).value, 50);
}

TEST(Samples, begin_anew_when_buckets_changed) {
  Samples first, later;
  first.families["gmail_cleanup_duration_seconds"][{"p"}] = {7, {1}, {3, 4}};
  later.observe(Metric::kRunDuration, {"p"}, 2);
  first.join(later);
  EXPECT_EQ(first.families, later.families);
}

}  // namespace
}  // namespace mailcomb::telemetry
