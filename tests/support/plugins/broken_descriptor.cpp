// SPDX-License-Identifier: Apache-2.0
// Forgot its version.
#include "mailcomb/abi/plugin.h"
#include "mailcomb/text.hpp"

extern "C" const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host*) {
  static const mailcomb_plugin kPlugin{sizeof(mailcomb_plugin),
                                       MAILCOMB_ABI_MAJOR,
                                       MAILCOMB_ABI_MINOR,
                                       mailcomb::sdk::slice("broken"),
                                       {},
                                       0,
                                       sizeof(mailcomb_component),
                                       nullptr};
  return &kPlugin;
}
