// SPDX-License-Identifier: Apache-2.0
#include "telemetry/samples.hpp"

#include <algorithm>

namespace mailcomb::telemetry {
namespace {

Samples::Family& family_in(Samples& samples, Metric metric) {
  return samples.families[std::string(family_of(metric).name)];
}

// Buckets that are not what they were begin anew, as after any reset of a counter.
void add_up(const Sample& newer, Sample& sample) {
  if (sample.bounds != newer.bounds || sample.counts.size() != newer.counts.size()) {
    sample = newer;
    return;
  }
  sample.value += newer.value;
  for (std::size_t i = 0; i < newer.counts.size(); ++i) sample.counts[i] += newer.counts[i];
}

Joining joining_of(const std::string& name) {
  const auto* known = find_family(name);
  return known ? known->joining : Joining::kAdd;
}

}  // namespace

void Samples::add(Metric metric, Labels labels, double amount) {
  family_in(*this, metric)[std::move(labels)].value += amount;
}

void Samples::set(Metric metric, Labels labels, double value) {
  family_in(*this, metric)[std::move(labels)].value = value;
}

void Samples::observe(Metric metric, Labels labels, double value) {
  auto& sample = family_in(*this, metric)[std::move(labels)];
  if (sample.counts.empty()) {
    sample.bounds = family_of(metric).buckets;
    sample.counts.resize(sample.bounds.size() + 1);
  }
  const auto bucket = std::lower_bound(sample.bounds.begin(), sample.bounds.end(), value);
  ++sample.counts[static_cast<std::size_t>(bucket - sample.bounds.begin())];
  sample.value += value;
}

void Samples::join(const std::string& name, const Family& newer, Joining joining) {
  auto& ours = families[name];
  for (const auto& [labels, sample] : newer) {
    const auto [found, is_new] = ours.try_emplace(labels, sample);
    if (is_new) continue;
    if (joining == Joining::kAdd)
      add_up(sample, found->second);
    else
      found->second = sample;
  }
}

void Samples::join(const Samples& newer) {
  for (const auto& [name, family] : newer.families) {
    const auto joining = joining_of(name);
    if (joining == Joining::kRenew) families[name].clear();
    join(name, family, joining);
  }
}

void Samples::unite(const Samples& other) {
  for (const auto& [name, family] : other.families) join(name, family, joining_of(name));
}

}  // namespace mailcomb::telemetry
