// SPDX-License-Identifier: Apache-2.0
// mailcomb-plugin-runner: loads a plugin in a process of its own, which may die of it.
//     mailcomb-plugin-runner probe FILE 3>report
// It is no command for users; the host starts it (plugin/probe.hpp).
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>

#include "runner/probe_file.hpp"

namespace {

constexpr int kUsage = 64;

// A plugin that crashes is expected here: no core file, and no orphan if the host goes first.
void prepare_to_die() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || std::strcmp(argv[1], "probe") != 0) {
    std::fputs("usage: mailcomb-plugin-runner probe FILE 3>report\n", stderr);
    return kUsage;
  }
  prepare_to_die();
  mailcomb::runner::probe_file(argv[2]);
  // The plugin's destructors are not its business any more.
  _exit(0);
}
