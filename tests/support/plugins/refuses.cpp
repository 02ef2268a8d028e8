// SPDX-License-Identifier: Apache-2.0
// Cannot work with this host, and says why.
#include "mailcomb/abi/plugin.h"
#include "mailcomb/text.hpp"

extern "C" const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host* host) {
  host->log(host->context, MAILCOMB_LOG_WARNING, mailcomb::sdk::slice("no licence was found"));
  return nullptr;
}
