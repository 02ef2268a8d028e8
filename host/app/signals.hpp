// SPDX-License-Identifier: Apache-2.0
// Signals: SIGINT and SIGTERM ask a run to stop; it saves its state and says how to go on.
#pragma once

#include "app/exit_code.hpp"

namespace mailcomb::app {

// From now on the first signal asks; a second one of the same kind ends the process at once.
void listen_to_signals();

bool is_stop_asked();

// 130 after SIGINT, else 143.
ExitCode exit_code_of_signal();

}  // namespace mailcomb::app
