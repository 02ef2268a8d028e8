// SPDX-License-Identifier: Apache-2.0
// Metrics in a store: they add up, whoever writes at the same time, and damage is not written over.
#include "pipeline/kept_metrics.hpp"

#include <gtest/gtest.h>

#include "support/memory_store.hpp"

namespace mailcomb::pipeline {
namespace {

using telemetry::Metric;
using telemetry::Samples;

plugin::Store open(const std::string& disk) {
  return *plugin::Store::open(testing::memory_component(), sdk::Value::map({{"disk", disk}}), {},
                              1);
}

Samples one_run() {
  Samples samples;
  samples.add(Metric::kRuns, {"completed"});
  return samples;
}

double runs(const Samples& samples) {
  return samples.families.find("gmail_cleanup_runs_total")->second.at({"completed"}).value;
}

TEST(KeptMetrics, add_up_by_pipeline) {
  auto store = open("kept-add-up");
  EXPECT_TRUE(load_metrics(store)->pipelines.empty());
  for (const auto* pipeline : {"a", "a", "b"})
    ASSERT_TRUE(keep_metrics(store, pipeline, one_run()));
  const auto document = load_metrics(store);
  ASSERT_TRUE(document);
  EXPECT_EQ(runs(document->pipelines.at("a")), 2);
  EXPECT_EQ(runs(document->pipelines.at("b")), 1);
  EXPECT_EQ(runs(document->all()), 3);
}

// Between our reading and our writing somebody else writes, again and again.
TEST(KeptMetrics, lose_nothing_to_whoever_writes_meanwhile) {
  const std::string disk = "kept-conflict";
  auto store = open(disk);
  int others = 5;
  testing::memory_disk(disk).before_put = [&] {
    if (others == 0) return;
    --others;
    auto other = open(disk);
    ASSERT_TRUE(keep_metrics(other, "a", one_run()));
  };
  ASSERT_TRUE(keep_metrics(store, "a", one_run()));
  testing::memory_disk(disk).before_put = {};
  EXPECT_EQ(runs(load_metrics(store)->all()), 6);
}

TEST(KeptMetrics, are_not_written_over_when_they_are_damaged) {
  const std::string disk = "kept-damaged";
  auto store = open(disk);
  ASSERT_TRUE(store.put_document("metrics", 0, "{"));
  const auto kept = keep_metrics(store, "a", one_run());
  ASSERT_FALSE(kept);
  EXPECT_EQ(to_text(kept.error()),
            "the metrics in memory are damaged\n"
            "  hint: they are left as they are; nothing else depends on them\n");
  EXPECT_EQ(testing::memory_disk(disk).documents.at("metrics").bytes, "{");
}

}  // namespace
}  // namespace mailcomb::pipeline
