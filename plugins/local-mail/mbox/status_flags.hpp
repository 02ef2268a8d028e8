// SPDX-License-Identifier: Apache-2.0
// The flags that mail programs write into the messages of an mbox.
#pragma once

#include <cstdint>

#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

// MAILCOMB_FLAG_ bits of the fields Status and X-Status, as mutt, Dovecot and Pine write them: `R`
// read, `A` answered, `F` flagged, `T` draft. Without an `R` a message is unread.
std::uint64_t status_flags(const HeaderBlock& headers);

}  // namespace mailcomb::local_mail
