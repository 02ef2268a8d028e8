// SPDX-License-Identifier: Apache-2.0
// Applies changes: one rename a message, then everything is made durable.
#pragma once

#include <span>

#include "mailcomb/failure.hpp"
#include "mailcomb/provider.hpp"
#include "posix/disk.hpp"

namespace mailcomb::local_mail {

// As apply of provider.h. A change is told as done only when the directories are on the disk.
void apply(int root_fd, Disk& disk, const sdk::Call& call, std::span<const mailcomb_change> changes,
           sdk::Outcomes& outcomes);

}  // namespace mailcomb::local_mail
