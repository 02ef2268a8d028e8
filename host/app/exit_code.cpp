// SPDX-License-Identifier: Apache-2.0
#include "app/exit_code.hpp"

#include <algorithm>
#include <array>

#include "app/signals.hpp"

namespace mailcomb::app {

ExitCode exit_code_of(Fault fault) {
  switch (fault) {
    case Fault::kInternal: return ExitCode::kInternal;
    case Fault::kUsage: return ExitCode::kUsage;
    case Fault::kInvalid: return ExitCode::kInvalid;
    case Fault::kUnavailable: return ExitCode::kUnavailable;
    case Fault::kLocked: return ExitCode::kLocked;
    case Fault::kSignIn: return ExitCode::kSignIn;
    case Fault::kLater: return ExitCode::kLater;
    case Fault::kCancelled: return exit_code_of_signal();
  }
  return ExitCode::kInternal;
}

ExitCode gravest(std::span<const ExitCode> codes) {
  using enum ExitCode;
  constexpr std::array kOrder = {kInternal, kInterrupted, kTerminated, kUsage, kUnavailable,
                                 kSignIn,   kInvalid,     kLocked,     kGuard, kPartial,
                                 kLater,    kHasChanges,  kOk};
  for (const auto code : kOrder)
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) return code;
  return kOk;
}

}  // namespace mailcomb::app
