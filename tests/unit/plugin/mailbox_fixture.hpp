// SPDX-License-Identifier: Apache-2.0
// Opens the fake mailbox through the host's adapter.
#pragma once

#include <gtest/gtest.h>

#include "fake_mailbox.hpp"
#include "plugin/mailbox.hpp"
#include "support/in_process.hpp"

namespace mailcomb::plugin {

class MailboxTest : public ::testing::Test {
 protected:
  static constexpr const char* kBugHint =
      "\n  hint: this is a bug of plugin 'fakes' 1.0.0; tell its author\n";

  MailboxTest() { fake = &state_; }
  Result<Mailbox> open(StopAsked stop = {}) {
    return Mailbox::open(component(), sdk::Value::map(), std::move(stop));
  }
  Component component() const { return testing::component_of(plugin_); }

  FakeState state_;
  const sdk::Plugin plugin_{"fakes", "1.0.0", [](sdk::Plugin& plugin) {
                              plugin.provider<FakeMailbox>("fake", "Three messages");
                            }};
};

}  // namespace mailcomb::plugin
