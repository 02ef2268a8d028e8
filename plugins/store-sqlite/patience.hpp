// SPDX-License-Identifier: Apache-2.0
// Patience: how long a call waits for the locks of other processes.
#pragma once

#include <chrono>
#include <optional>

#include "mailcomb/failure.hpp"

namespace mailcomb::store_sqlite {

// Ends early when the host wants the call to stop.
class Patience {
 public:
  explicit Patience(std::chrono::milliseconds limit) : limit_(limit) {}

  void begin(const sdk::Call& call);
  void end() { call_.reset(); }
  // Sleeps a little; false if there is nothing more to wait for.
  bool wait();
  bool is_cancelled() const { return call_ && call_->is_cancelled(); }

 private:
  std::chrono::milliseconds limit_;
  std::optional<sdk::Call> call_;
  std::chrono::steady_clock::time_point deadline_;
  std::chrono::milliseconds pause_{0};
};

}  // namespace mailcomb::store_sqlite
