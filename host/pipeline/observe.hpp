// SPDX-License-Identifier: Apache-2.0
// Looks at messages as they are now, by their ids.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mail/state.hpp"
#include "mailcomb/value.hpp"
#include "plugin/mailbox.hpp"

namespace mailcomb::pipeline {

struct Observed {
  mail::State state;
  sdk::Value restore;  // Null unless it was asked for.
};

struct Observations {
  std::map<std::string, Observed> messages;  // Those that are there.
  std::vector<plugin::Skip> skips;           // There, but not to be told apart or read.

  const Observed* find(const std::string& id) const;
  // Why a message that was asked for is not among the messages.
  std::string why_missing(const std::string& id) const;
};

enum class WithRestore { kNo, kYes };

// Fails with kCancelled if `stop` says so between two calls.
Result<Observations> observe(plugin::Mailbox& mailbox, const std::vector<std::string>& ids,
                             WithRestore with_restore, const plugin::StopAsked& stop = {});

}  // namespace mailcomb::pipeline
