// SPDX-License-Identifier: Apache-2.0
// Throws from a static initialiser, as a library with a wrong environment does.
#include <cstdlib>

#include "mailcomb/plugin.hpp"

namespace {
const bool kLoaded = (std::abort(), true);
}

MAILCOMB_PLUGIN("aborts", "1.0.0", plugin) { (void)plugin, (void)kLoaded; }
