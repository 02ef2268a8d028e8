// SPDX-License-Identifier: Apache-2.0
// Progress: how far a scan or a run has come, told to people while they wait.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace mailcomb::app {

enum class ProgressStyle {
  kNone,
  kPlain,  // A line every 30 s, for logs.
  kLive,   // One line that replaces itself, on a terminal.
};

// How far something has come.
struct HowFar {
  std::int64_t done = 0;   // Messages.
  std::int64_t total = 0;  // 0: unknown.
  // Of the whole, from 0 to 1, where that is known although the total is not.
  std::optional<double> share;
};

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  using Columns = std::function<std::size_t()>;

  // `out` must outlive it. `columns` is how wide a live line can be, asked anew for each; empty: any.
  Progress(ProgressStyle style, std::ostream& out, Columns columns = {})
      : style_(style), out_(out), columns_(std::move(columns)) {}

  // So many messages are `what`: "scanned". The first one begins the time that rates are told from.
  // Cheap when it is called more often than it shows anything.
  void show(std::string_view what, const HowFar& how_far, Clock::time_point now = Clock::now());

  // Takes the live line away, for other text or for good; the next `show` makes it again.
  void clear();
  // The next `show` is of something else.
  void end();

 private:
  ProgressStyle style_;
  std::ostream& out_;
  Columns columns_;
  Clock::time_point started_{}, shown_{};
  bool is_running_ = false;
  bool is_line_there_ = false;
};

// "scanned 12,000 messages, 25% (4,000/s, 9 s left)", "done 100 of 3,000 messages (20/s, 2 min 25 s
// left)"
std::string progress_text(std::string_view what, const HowFar& how_far,
                          std::chrono::milliseconds elapsed);

}  // namespace mailcomb::app
