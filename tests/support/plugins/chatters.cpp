// SPDX-License-Identifier: Apache-2.0
// Writes to every stream there is, and leaves a process behind that keeps them open.
#include <unistd.h>

#include <cstdio>

#include "mailcomb/plugin.hpp"

namespace {

struct Any {
  explicit Any(const mailcomb::sdk::Config&) {}
  mailcomb::sdk::Value filter() const { return {}; }
};

}  // namespace

MAILCOMB_PLUGIN("chatters", "1.0.0", plugin) {
  std::puts("{\"error\":\"mine\"}");
  std::fputs("hello\n", stderr);
  std::fflush(stdout);
  if (fork() == 0) {
    sleep(5);
    _exit(0);
  }
  plugin.rule<Any>("test.any", "Everything");
}
