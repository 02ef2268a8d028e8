// SPDX-License-Identifier: Apache-2.0
// The mailbox of a policy's test: a provider in this process that tells the given messages, so that
// tests take the way of all mail.
#pragma once

#include <string>
#include <vector>

#include "plugin/mailbox.hpp"
#include "policy/test.hpp"

namespace mailcomb::pipeline {

// Its messages are called "1", "2", …; it has those of the optional columns that one of them tells.
// Like every read-only mailbox it takes policies with any action.
Result<plugin::Mailbox> open_given_mailbox(const std::vector<policy::Given>& messages);

}  // namespace mailcomb::pipeline
