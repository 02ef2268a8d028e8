// SPDX-License-Identifier: Apache-2.0
// Progress: how far a scan or a run has come, told to people while they wait.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace mailcomb::app {

enum class ProgressStyle {
  kNone,
  kPlain,  // A line every 30 s, for logs.
  kLive,   // One line that replaces itself, on a terminal.
};

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  using Columns = std::function<std::size_t()>;

  // `out` must outlive it. `columns` is how wide a live line can be, asked anew for each; empty: any.
  Progress(ProgressStyle style, std::ostream& out, Columns columns = {})
      : style_(style), out_(out), columns_(std::move(columns)) {}

  // `done` of `total` messages are `what`: "scanned". A total of 0 is unknown. Cheap when it is
  // called more often than it shows anything.
  void show(std::string_view what, std::int64_t done, std::int64_t total = 0,
            Clock::time_point now = Clock::now());

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

// "scanned 12,000 messages (4,000/s)", "done 100 of 3,000 messages (20/s, 2 min 25 s left)"
std::string progress_text(std::string_view what, std::int64_t done, std::int64_t total,
                          std::chrono::milliseconds elapsed);

}  // namespace mailcomb::app
