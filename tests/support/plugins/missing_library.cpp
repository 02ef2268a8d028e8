// SPDX-License-Identifier: Apache-2.0
// Needs a library that is not installed.
#include "mailcomb/plugin.hpp"

extern "C" int mailcomb_test_absent();

MAILCOMB_PLUGIN("missing-library", "1.0.0", plugin) { (void)plugin, mailcomb_test_absent(); }
