// SPDX-License-Identifier: Apache-2.0
#include "telemetry/metric.hpp"

#include <algorithm>

namespace mailcomb::telemetry {
namespace {

constexpr auto kCounter = MetricType::kCounter;
constexpr auto kGauge = MetricType::kGauge;
constexpr auto kHistogram = MetricType::kHistogram;

// In seconds.
const std::vector<double> kOfRuns = {0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600};
const std::vector<double> kOfStages = {0.001, 0.01, 0.1, 0.5, 1, 5, 10, 60, 300};
const std::vector<double> kOfCalls = {0.0001, 0.001, 0.01, 0.1, 1, 10};

const std::vector<Family> kFamilies = {
    {"gmail_cleanup_runs_total",
     "Runs by how they ended, on every provider",
     kCounter,
     {"status"},
     {}},
    {"gmail_cleanup_actions_total",
     "Actions on messages; delete means moved to the trash",
     kCounter,
     {"type", "status"},
     {}},
    {"gmail_cleanup_duration_seconds", "How long runs took", kHistogram, {"policy"}, kOfRuns},
    {"gmail_api_requests_total", "Requests to the Gmail API", kCounter, {"endpoint"}, {}},
    {"gmail_api_errors_total",
     "Requests to the Gmail API that failed",
     kCounter,
     {"error_type"},
     {}},
    {"mailcomb_stage_messages_total",
     "Messages by what became of them in each stage",
     kCounter,
     {"stage", "outcome"},
     {}},
    {"mailcomb_stage_duration_seconds",
     "How long a run spent in each stage",
     kHistogram,
     {"stage"},
     kOfStages},
    {"mailcomb_component_calls_total",
     "Calls into components of plugins",
     kCounter,
     {"component", "outcome"},
     {}},
    {"mailcomb_component_duration_seconds",
     "How long a call into a component took",
     kHistogram,
     {"component"},
     kOfCalls},
    {"mailcomb_rule_matches_total",
     "Messages that a rule selected",
     kCounter,
     {"policy", "rule"},
     {}},
    {"mailcomb_guard_blocks_total",
     "Messages that a guard kept from a rule",
     kCounter,
     {"guard"},
     {}},
    {"mailcomb_quota_units_total",
     "Units of the provider's quota used",
     kCounter,
     {"provider"},
     {}},
    {"mailcomb_quota_limit",
     "Requests allowed in a window of time",
     kGauge,
     {"window"},
     {},
     Joining::kReplace},
    {"mailcomb_last_success_timestamp_seconds",
     "When a run of the pipeline last ended well",
     kGauge,
     {"pipeline"},
     {},
     Joining::kReplace},
    {"mailcomb_plugin_info",
     "The plugins of the last run",
     kGauge,
     {"plugin", "version"},
     {},
     Joining::kRenew},
};

}  // namespace

const Family& family_of(Metric metric) { return kFamilies[static_cast<std::size_t>(metric)]; }

std::span<const Family> families() { return kFamilies; }

const Family* find_family(std::string_view name) {
  const auto found = std::find_if(kFamilies.begin(), kFamilies.end(),
                                  [&](const Family& family) { return family.name == name; });
  return found == kFamilies.end() ? nullptr : &*found;
}

std::string_view to_text(MetricType type) {
  switch (type) {
    case MetricType::kCounter: return "counter";
    case MetricType::kGauge: return "gauge";
    case MetricType::kHistogram: return "histogram";
  }
  return {};
}

}  // namespace mailcomb::telemetry
