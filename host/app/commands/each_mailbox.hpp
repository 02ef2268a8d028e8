// SPDX-License-Identifier: Apache-2.0
// Each mailbox of a pipeline in turn, each with an outcome of its own.
#pragma once

#include <functional>
#include <string>

#include "app/commands/answer.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

// What a command does to one mailbox, named as --mailbox does.
using MailboxCommand = std::function<Checked<Answer>(Workbench& bench, const std::string& mailbox)>;

enum class Envelope {
  kForPipelines,  // One mailbox that was named answers for itself.
  kAlways,
};

// What goes wrong with one mailbox keeps no other from its turn; a signal and the deadline do. Prints
// {pipeline, exit_code, mailboxes [{mailbox, exit_code, errors, result}]}; the exit code is the gravest.
CommandResult for_each_mailbox(Workbench& bench, const MailboxCommand& command, Envelope envelope);

}  // namespace mailcomb::app
