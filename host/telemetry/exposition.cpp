// SPDX-License-Identifier: Apache-2.0
#include "telemetry/exposition.hpp"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <limits>

namespace mailcomb::telemetry {
namespace {

using prometheus::ClientMetric;

prometheus::MetricType type_of(MetricType type) {
  switch (type) {
    case MetricType::kCounter: return prometheus::MetricType::Counter;
    case MetricType::kGauge: return prometheus::MetricType::Gauge;
    case MetricType::kHistogram: break;
  }
  return prometheus::MetricType::Histogram;
}

ClientMetric::Histogram histogram_of(const Sample& sample) {
  ClientMetric::Histogram histogram;
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < sample.counts.size(); ++i) {
    below += sample.counts[i];
    const bool is_last = i == sample.bounds.size();
    histogram.bucket.push_back(
        {below, is_last ? std::numeric_limits<double>::infinity() : sample.bounds[i]});
  }
  histogram.sample_count = below;
  histogram.sample_sum = sample.value;
  return histogram;
}

ClientMetric metric_of(const Family& family, const Labels& labels, const Sample& sample) {
  ClientMetric metric;
  for (std::size_t i = 0; i < labels.size() && i < family.labels.size(); ++i)
    metric.label.push_back({std::string(family.labels[i]), labels[i]});
  metric.counter.value = metric.gauge.value = sample.value;
  if (family.type == MetricType::kHistogram) metric.histogram = histogram_of(sample);
  return metric;
}

}  // namespace

std::string exposition(const Samples& samples) {
  std::vector<prometheus::MetricFamily> shown;
  for (const auto& family : families()) {
    const auto found = samples.families.find(family.name);
    if (found == samples.families.end() || found->second.empty()) continue;
    prometheus::MetricFamily each{
        std::string(family.name), std::string(family.help), type_of(family.type), {}};
    for (const auto& [labels, sample] : found->second)
      each.metric.push_back(metric_of(family, labels, sample));
    shown.push_back(std::move(each));
  }
  return prometheus::TextSerializer().Serialize(shown);
}

}  // namespace mailcomb::telemetry
