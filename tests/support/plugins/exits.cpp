// SPDX-License-Identifier: Apache-2.0
// Ends the process, as a library that cannot find its licence does.
#include <unistd.h>

#include "mailcomb/abi/plugin.h"

extern "C" const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host*) { _exit(7); }
