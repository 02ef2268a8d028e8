// SPDX-License-Identifier: Apache-2.0
#include "app/signals.hpp"

#include <csignal>

namespace mailcomb::app {
namespace {

using Clock = std::chrono::steady_clock;

volatile std::sig_atomic_t signal_received = 0;
Clock::time_point deadline = Clock::time_point::max();

// SA_RESETHAND gave the signal its default back: the next one kills.
void remember(int signal) { signal_received = signal; }

}  // namespace

void listen_to_signals() {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

void stop_after(std::chrono::seconds time) { deadline = Clock::now() + time; }

bool is_stop_asked() {
  if (signal_received != 0) return true;
  return deadline != Clock::time_point::max() && Clock::now() >= deadline;
}

ExitCode exit_code_of_signal() {
  if (signal_received == 0) return ExitCode::kLater;
  return signal_received == SIGTERM ? ExitCode::kTerminated : ExitCode::kInterrupted;
}

}  // namespace mailcomb::app
