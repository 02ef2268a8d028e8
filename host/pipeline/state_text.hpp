// SPDX-License-Identifier: Apache-2.0
// A message's state in words: "in INBOX, read, starred".
#pragma once

#include <string>

#include "mail/state.hpp"

namespace mailcomb::pipeline {

std::string state_text(const mail::State& state);

}  // namespace mailcomb::pipeline
