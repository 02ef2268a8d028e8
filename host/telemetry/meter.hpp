// SPDX-License-Identifier: Apache-2.0
// Meter: what one run measures, from any thread.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>

#include "telemetry/samples.hpp"

namespace mailcomb::telemetry {

enum class Stage { kScan, kMatch, kGuard, kPlan, kApply, kVerify };
inline constexpr std::array<std::string_view, 6> kStageNames = {"scan", "match", "guard",
                                                                "plan", "apply", "verify"};

class Meter {
 public:
  using Duration = std::chrono::nanoseconds;
  using Clock = std::function<Duration()>;  // Monotonic.

  explicit Meter(Clock clock) : clock_(std::move(clock)) {}

  Duration now() const { return clock_(); }

  void add(Metric metric, Labels labels, double amount = 1);
  void set(Metric metric, Labels labels, double value);
  void observe(Metric metric, Labels labels, Duration value);
  // So many messages had this outcome in a stage.
  void count(Stage stage, const char* outcome, std::int64_t messages);
  // A stage's time adds up; the run has spent all of it.
  void spend(Stage stage, Duration time);

  // Everything so far; the meter begins anew.
  Samples take();

 private:
  Clock clock_;
  std::mutex mutex_;
  Samples samples_;
  std::array<Duration, kStageNames.size()> spent_{};
  std::array<bool, kStageNames.size()> is_spent_{};
};

// Spends the time of its life on a stage. Without a meter it does nothing.
class StageTime {
 public:
  StageTime(Meter* meter, Stage stage)
      : meter_(meter), stage_(stage), started_(meter ? meter->now() : Meter::Duration()) {}
  StageTime(const StageTime&) = delete;
  StageTime& operator=(const StageTime&) = delete;
  ~StageTime() {
    if (meter_) meter_->spend(stage_, meter_->now() - started_);
  }

 private:
  Meter* meter_;
  Stage stage_;
  Meter::Duration started_;
};

}  // namespace mailcomb::telemetry
