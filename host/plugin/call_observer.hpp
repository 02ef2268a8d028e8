// SPDX-License-Identifier: Apache-2.0
// CallObserver: sees every call into a component of a plugin, once it has ended.
#pragma once

#include <chrono>
#include <string_view>

#include "mailcomb/abi/base.h"

namespace mailcomb::plugin {

struct EndedCall {
  std::string_view component;  // "provider:maildir"
  std::string_view function;   // The slot.
  mailcomb_status status = MAILCOMB_OK;
  std::chrono::nanoseconds took{0};
};

// Called from the thread of the call.
class CallObserver {
 public:
  virtual ~CallObserver() = default;
  // Monotonic; from any start.
  virtual std::chrono::nanoseconds now() = 0;
  virtual void ended(const EndedCall& call) = 0;
};

}  // namespace mailcomb::plugin
