// SPDX-License-Identifier: Apache-2.0
// Order: one change of an apply, understood; and what became of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mailcomb/abi/provider.h"
#include "maildir/intent.hpp"
#include "maildir/restore_token.hpp"

namespace mailcomb::local_mail {

struct Order {
  std::string base;  // Empty if no file can have the id.
  Intent intent;
  std::optional<RestoreToken> token;  // In an undo; the intent does not count then.
};

// An order that cannot be obeyed says so in `intent.error`.
Order make_order(const mailcomb_change& change);

enum class Fate { kDone, kGone, kFailed };

struct Outcome {
  Fate fate = Fate::kDone;
  std::string why;  // Of kFailed.
};

}  // namespace mailcomb::local_mail
