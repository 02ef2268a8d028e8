// SPDX-License-Identifier: Apache-2.0
#include "telemetry/meter.hpp"

#include <utility>

namespace mailcomb::telemetry {
namespace {

double seconds(Meter::Duration duration) { return std::chrono::duration<double>(duration).count(); }

std::string name_of(std::size_t stage) { return std::string(kStageNames[stage]); }

}  // namespace

void Meter::add(Metric metric, Labels labels, double amount) {
  const std::lock_guard lock(mutex_);
  samples_.add(metric, std::move(labels), amount);
}

void Meter::set(Metric metric, Labels labels, double value) {
  const std::lock_guard lock(mutex_);
  samples_.set(metric, std::move(labels), value);
}

void Meter::observe(Metric metric, Labels labels, Duration value) {
  const std::lock_guard lock(mutex_);
  samples_.observe(metric, std::move(labels), seconds(value));
}

void Meter::count(Stage stage, const char* outcome, std::int64_t messages) {
  add(Metric::kStageMessages, {name_of(static_cast<std::size_t>(stage)), outcome},
      static_cast<double>(messages));
}

void Meter::spend(Stage stage, Duration time) {
  const std::lock_guard lock(mutex_);
  spent_[static_cast<std::size_t>(stage)] += time;
  is_spent_[static_cast<std::size_t>(stage)] = true;
}

Samples Meter::take() {
  const std::lock_guard lock(mutex_);
  for (std::size_t stage = 0; stage < spent_.size(); ++stage)
    if (is_spent_[stage])
      samples_.observe(Metric::kStageDuration, {name_of(stage)}, seconds(spent_[stage]));
  spent_ = {};
  is_spent_ = {};
  return std::exchange(samples_, {});
}

}  // namespace mailcomb::telemetry
