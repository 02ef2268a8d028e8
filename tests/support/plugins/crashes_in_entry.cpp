// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include "mailcomb/abi/plugin.h"

extern "C" const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host*) {
  std::raise(SIGSEGV);
  return nullptr;
}
