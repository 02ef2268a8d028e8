// SPDX-License-Identifier: Apache-2.0
#include "mailcomb/plugin.hpp"

#include "store-sqlite/store.hpp"

MAILCOMB_PLUGIN("store-sqlite", "0.1.0", plugin) {
  plugin.store<mailcomb::store_sqlite::Store>("sqlite", "Keeps everything in one SQLite file")
      .path("path", "the file; by default mailcomb/mailcomb.db in $XDG_STATE_HOME", false)
      .argument("path");
}
