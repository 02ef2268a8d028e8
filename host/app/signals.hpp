// SPDX-License-Identifier: Apache-2.0
// Signals: SIGINT and SIGTERM ask a run to stop, and so does a deadline; it saves its state and says
// how to go on.
#pragma once

#include <chrono>

#include "app/exit_code.hpp"

namespace mailcomb::app {

// From now on the first signal asks; a second one of the same kind ends the process at once.
void listen_to_signals();

// As a signal would, once so much time has passed from now on.
void stop_after(std::chrono::seconds deadline);

bool is_stop_asked();

// Why: 130 after SIGINT, 143 after SIGTERM, else 7: the deadline.
ExitCode exit_code_of_signal();

}  // namespace mailcomb::app
