// SPDX-License-Identifier: Apache-2.0
// Metric: everything that is measured, with its name, labels and buckets (docs/10-metrics.md).
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace mailcomb::telemetry {

enum class Metric {
  kRuns,
  kActions,
  kRunDuration,
  kApiRequests,
  kApiErrors,
  kStageMessages,
  kStageDuration,
  kComponentCalls,
  kComponentDuration,
  kRuleMatches,
  kGuardBlocks,
  kQuotaUnits,
  kQuotaLimit,
  kLastSuccess,
  kPluginInfo,
};

enum class MetricType { kCounter, kGauge, kHistogram };

// How what a run measured joins what was measured before.
enum class Joining {
  kAdd,      // Counters and histograms.
  kReplace,  // The new value of the same labels counts.
  kRenew,    // The new values count, and no others.
};

struct Family {
  std::string_view name;
  std::string_view help;
  MetricType type;
  std::vector<std::string_view> labels;
  // Upper bounds, inclusive; the last one, infinity, is not among them.
  std::vector<double> buckets;
  Joining joining = Joining::kAdd;
};

const Family& family_of(Metric metric);
// In the order of Metric.
std::span<const Family> families();
// Null for a name that this version does not know.
const Family* find_family(std::string_view name);

std::string_view to_text(MetricType type);

}  // namespace mailcomb::telemetry
