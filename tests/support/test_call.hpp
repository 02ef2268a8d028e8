// SPDX-License-Identifier: Apache-2.0
// TestCall: the host's side of a call, for tests of a plugin's own classes.
#pragma once

#include "mailcomb/failure.hpp"

namespace mailcomb::testing {

class TestCall {
 public:
  // Asks to stop when it is asked the n-th time; 0: never.
  explicit TestCall(int stop_at = 0) : questions_left_(stop_at) {}
  TestCall(const TestCall&) = delete;
  TestCall& operator=(const TestCall&) = delete;

  operator sdk::Call() const { return sdk::Call(&abi_); }

 private:
  static std::int32_t is_cancelled(void* context) {
    int& left = static_cast<TestCall*>(context)->questions_left_;
    if (left > 1) --left;
    return left == 1 ? 1 : 0;
  }

  int questions_left_;
  const mailcomb_call abi_{sizeof(mailcomb_call), 0, this, [](void*, const mailcomb_diagnostic*) {},
                           is_cancelled};
};

}  // namespace mailcomb::testing
