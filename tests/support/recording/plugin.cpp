// SPDX-License-Identifier: Apache-2.0
#include "mailcomb/plugin.hpp"

#include "support/recording/mailbox.hpp"

MAILCOMB_PLUGIN("recording", "1.0.0", plugin) {
  plugin
      .provider<mailcomb::recording::RecordingMailbox>(
          "recording", "A JSON file that records what is asked of it")
      .path("path", "the file")
      .argument("path");
}
