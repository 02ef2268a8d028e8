// SPDX-License-Identifier: Apache-2.0
// metrics.golden has every metric: its name, type, labels, buckets and help. Who renames one changes it.
#include "telemetry/metric.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace mailcomb::telemetry {
namespace {

std::string listed() {
  std::ostringstream text;
  for (const auto& family : families()) {
    text << family.name << " " << to_text(family.type);
    for (const auto label : family.labels) text << " {" << label << "}";
    for (const auto bound : family.buckets) text << " " << bound;
    text << "\n  " << family.help << "\n";
  }
  return text.str();
}

TEST(Metrics, are_those_of_the_golden_file) {
  std::ostringstream golden;
  golden << std::ifstream(METRICS_GOLDEN).rdbuf();
  EXPECT_EQ(listed(), golden.str());
}

TEST(Metrics, have_names_and_buckets_as_prometheus_wants_them) {
  std::set<std::string_view> names;
  for (const auto& family : families()) {
    EXPECT_TRUE(names.insert(family.name).second) << family.name;
    EXPECT_EQ(family.name.ends_with("_total"), family.type == MetricType::kCounter) << family.name;
    EXPECT_EQ(family.buckets.empty(), family.type != MetricType::kHistogram) << family.name;
    EXPECT_TRUE(std::is_sorted(family.buckets.begin(), family.buckets.end())) << family.name;
    EXPECT_EQ(find_family(family.name), &family);
  }
  EXPECT_EQ(find_family("mailcomb_unheard_of_total"), nullptr);
}

// What would name a person, a message or a run.
TEST(Metrics, have_no_label_that_is_private) {
  const std::set<std::string_view> allowed = {
      "status", "type",  "policy",   "endpoint", "error_type", "stage",  "outcome", "component",
      "rule",   "guard", "provider", "window",   "pipeline",   "plugin", "version"};
  for (const auto& family : families())
    for (const auto label : family.labels) EXPECT_TRUE(allowed.contains(label)) << label;
}

}  // namespace
}  // namespace mailcomb::telemetry
