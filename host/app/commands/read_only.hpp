// SPDX-License-Identifier: Apache-2.0
// Mailboxes that can be planned on, but not changed.
#pragma once

#include <string>

#include "plugin/mailbox_description.hpp"

namespace mailcomb::app {

bool is_read_only(const plugin::MailboxDescription& mailbox);

// What somebody can do who wants to change its mail, in the provider's words if it has some.
std::string what_instead(const plugin::MailboxDescription& mailbox);

}  // namespace mailcomb::app
