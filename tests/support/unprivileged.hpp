// SPDX-License-Identifier: Apache-2.0
// Runs part of a test as nobody: permissions mean nothing to root, as which CI runs.
#pragma once

#include <grp.h>
#include <unistd.h>

#include <functional>
#include <string>

#include "support/child.hpp"

namespace mailcomb::testing {

inline constexpr uid_t kNobody = 65534;

inline void become_nobody() {
  if (geteuid() != 0) return;
  if (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0)
    throw std::runtime_error("cannot become nobody");
}

// What the body answers, in a process of its own.
inline std::string as_nobody(const std::function<std::string()>& body) {
  return Child([&](int said) {
           become_nobody();
           Child::say(said, body());
         })
      .listen_to_the_end();
}

}  // namespace mailcomb::testing
