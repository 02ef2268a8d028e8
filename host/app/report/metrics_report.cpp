// SPDX-License-Identifier: Apache-2.0
#include "app/report/metrics_report.hpp"

#include <fmt/format.h>

#include <numeric>

#include "telemetry/exposition.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;
using telemetry::Family;
using telemetry::Labels;
using telemetry::Sample;

json labels_json(const Family& family, const Labels& labels) {
  json object = json::object();
  for (std::size_t i = 0; i < labels.size() && i < family.labels.size(); ++i)
    object[std::string(family.labels[i])] = labels[i];
  return object;
}

std::string labels_text(const Family& family, const Labels& labels) {
  std::string text;
  for (std::size_t i = 0; i < labels.size() && i < family.labels.size(); ++i)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", family.labels[i], labels[i]);
  return text;
}

std::uint64_t count_of(const Sample& sample) {
  return std::accumulate(sample.counts.begin(), sample.counts.end(), std::uint64_t{0});
}

json sample_json(const Family& family, const Labels& labels, const Sample& sample) {
  json object = {{"name", family.name},
                 {"type", telemetry::to_text(family.type)},
                 {"labels", labels_json(family, labels)}};
  if (sample.counts.empty()) {
    object["value"] = sample.value;
    return object;
  }
  object["sum"] = sample.value;
  object["count"] = count_of(sample);
  return object;
}

}  // namespace

Report metrics_report(const telemetry::Samples& samples) {
  Table table({{"name"}, {"labels"}, {"value", Align::kRight}, {"count", Align::kRight}});
  json list = json::array();
  for (const auto& family : telemetry::families()) {
    const auto found = samples.families.find(family.name);
    if (found == samples.families.end()) continue;
    for (const auto& [labels, sample] : found->second) {
      list.push_back(sample_json(family, labels, sample));
      table.add({std::string(family.name), labels_text(family, labels),
                 fmt::format("{}", sample.value),
                 sample.counts.empty() ? "" : std::to_string(count_of(sample))});
    }
  }
  const auto text = telemetry::exposition(samples);
  return {text.empty() ? "# nothing was measured yet\n" : text,
          {{"metrics", std::move(list)}},
          "metrics",
          std::move(table),
          Lines::kVerbatim};
}

}  // namespace mailcomb::app
