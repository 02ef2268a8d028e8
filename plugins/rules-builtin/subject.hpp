// SPDX-License-Identifier: Apache-2.0
// A subject without what replies, forwards and lists put before it.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb::rules_builtin {

// Without any number of leading Re:, Fwd:, AW:, Re[2]: and the like, and of tags in brackets, in any
// order; in lower case (ASCII), with single blanks. Digits stay: "Invoice 17" and "Invoice 18" are two
// subjects. Empty if nothing is left.
std::string plain_subject(std::string_view subject);

}  // namespace mailcomb::rules_builtin
