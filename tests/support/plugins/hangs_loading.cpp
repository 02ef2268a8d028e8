// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "mailcomb/plugin.hpp"

namespace {
const int kLoaded = pause();
}

MAILCOMB_PLUGIN("hangs-loading", "1.0.0", plugin) { (void)plugin, (void)kLoaded; }
