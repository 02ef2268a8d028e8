// SPDX-License-Identifier: Apache-2.0
// ResolutionContext: what a policy is resolved against.
#pragma once

#include <string>

#include "config/folders.hpp"
#include "plugin/mailbox_description.hpp"
#include "plugin/registry.hpp"
#include "support/time.hpp"

namespace mailcomb::pipeline {

struct ResolutionContext {
  plugin::Registry& registry;
  config::Folders folders;  // Of the policy's file.
  Time now;
  std::string default_rule;  // The rule type of a rule that names none.
  std::string provider;      // Its name, for errors.
  // Null: the policy is checked by itself, for any mailbox.
  const plugin::MailboxDescription* mailbox = nullptr;
};

}  // namespace mailcomb::pipeline
