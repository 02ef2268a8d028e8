// SPDX-License-Identifier: Apache-2.0
// When the mailbox accepted a message, as its headers tell.
#pragma once

#include <optional>

#include "mail/date.hpp"
#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

// The topmost Received field with a readable date (RFC 5321 section 4.4: after its last `;`), else
// the mbox `From ` line. The Date field does not count: the sender writes it.
std::optional<Instant> find_received_at(const HeaderBlock& headers);

}  // namespace mailcomb::local_mail
