// SPDX-License-Identifier: Apache-2.0
// What a newsletter is: it comes from a list, or can be unsubscribed from.
#pragma once

#include "mailcomb/value.hpp"

namespace mailcomb::rules_builtin {

// RFC 2919 and RFC 2369.
inline sdk::Value newsletter_headers() {
  using sdk::Value;
  return Value::list(
      {Value::map({{"header", "List-Id"}}), Value::map({{"header", "List-Unsubscribe"}})});
}

}  // namespace mailcomb::rules_builtin
