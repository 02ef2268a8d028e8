// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/patience.hpp"

#include <algorithm>
#include <thread>

namespace mailcomb::store_sqlite {
namespace {

using namespace std::chrono_literals;
constexpr auto kPauseMax = 20ms;

}  // namespace

void Patience::begin(const sdk::Call& call) {
  call_ = call;
  deadline_ = std::chrono::steady_clock::now() + limit_;
  pause_ = 0ms;
}

bool Patience::wait() {
  if (is_cancelled() || std::chrono::steady_clock::now() >= deadline_) return false;
  pause_ = std::min<std::chrono::milliseconds>(pause_ + 1ms, kPauseMax);
  std::this_thread::sleep_for(pause_);
  return true;
}

}  // namespace mailcomb::store_sqlite
