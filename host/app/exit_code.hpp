// SPDX-License-Identifier: Apache-2.0
// Exit codes: a contract that scripts rest on (docs/3-commands.md).
#pragma once

#include <span>

#include "support/error.hpp"

namespace mailcomb::app {

enum class ExitCode : int {
  kOk = 0,
  kInternal = 1,
  kHasChanges = 2,  // plan, only with --detailed-exitcode.
  kGuard = 3,       // A guard stopped the run; nothing was done.
  kInvalid = 4,     // Configuration, policy or plan.
  kSignIn = 5,
  kPartial = 6,  // Done in part: failed actions, unreadable messages, degraded.
  kLater = 7,    // Quota or deadline; resumable.
  kLocked = 8,   // By another run.
  kTests = 9,    // A test of a policy failed; nothing was done.
  kUnavailable = 10,
  kUsage = 64,
  kInterrupted = 130,
  kTerminated = 143,
};

ExitCode exit_code_of(Fault fault);

// The one of several that says most: 1, a signal, 64, 10, 5, 4, 8, 3, 6, 7, 2, 0.
ExitCode gravest(std::span<const ExitCode> codes);

}  // namespace mailcomb::app
