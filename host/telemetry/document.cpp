// SPDX-License-Identifier: Apache-2.0
#include "telemetry/document.hpp"

#include <nlohmann/json.hpp>

namespace mailcomb::telemetry {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "mailcomb.metrics/1";

json sample_json(const Labels& labels, const Sample& sample) {
  json object = {{"labels", labels}, {"value", sample.value}};
  if (sample.counts.empty()) return object;
  object["bounds"] = sample.bounds;
  object["counts"] = sample.counts;
  return object;
}

json samples_json(const Samples& samples) {
  json object = json::object();
  for (const auto& [name, family] : samples.families) {
    json list = json::array();
    for (const auto& [labels, sample] : family) list.push_back(sample_json(labels, sample));
    object[name] = std::move(list);
  }
  return object;
}

// These throw if the JSON is of another shape.
Sample sample_of(const json& object) {
  Sample sample;
  object.at("value").get_to(sample.value);
  if (!object.contains("counts")) return sample;
  object.at("bounds").get_to(sample.bounds);
  object.at("counts").get_to(sample.counts);
  return sample;
}

Samples samples_of(const json& object) {
  Samples samples;
  for (const auto& [name, list] : object.items()) {
    auto& family = samples.families[name];
    for (const auto& sample : list) family[sample.at("labels").get<Labels>()] = sample_of(sample);
  }
  return samples;
}

// Whether every histogram has a count for each of its bounds, and one beyond them.
bool has_whole_histograms(const Samples& samples) {
  for (const auto& [name, family] : samples.families)
    for (const auto& [labels, sample] : family)
      if (!sample.counts.empty() && sample.counts.size() != sample.bounds.size() + 1) return false;
  return true;
}

}  // namespace

Samples Document::all() const {
  Samples all;
  for (const auto& [name, samples] : pipelines) all.unite(samples);
  return all;
}

std::string to_text(const Document& document) {
  json pipelines = json::object();
  for (const auto& [name, samples] : document.pipelines) pipelines[name] = samples_json(samples);
  return json{{"format", kFormat}, {"pipelines", std::move(pipelines)}}.dump();
}

std::optional<Document> read_document(std::string_view text) {
  try {
    const auto object = json::parse(text);
    if (object.at("format") != kFormat) return {};
    Document document;
    for (const auto& [name, samples] : object.at("pipelines").items()) {
      document.pipelines[name] = samples_of(samples);
      if (!has_whole_histograms(document.pipelines[name])) return {};
    }
    return document;
  } catch (const json::exception&) {
    return {};
  }
}

}  // namespace mailcomb::telemetry
