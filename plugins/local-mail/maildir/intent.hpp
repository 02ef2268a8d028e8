// SPDX-License-Identifier: Apache-2.0
// Intent: what the actions of one change mean for the file of a message.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mailcomb/abi/base.h"
#include "maildir/message_name.hpp"

namespace mailcomb::local_mail {

struct Intent {
  std::string_view location;  // Where it has to go, archive or trash; empty: it stays.
  FlagEdit flags;
  std::string error;  // Why these actions cannot be obeyed; empty if they can.
};

Intent make_intent(std::span<const mailcomb_str> actions);

}  // namespace mailcomb::local_mail
