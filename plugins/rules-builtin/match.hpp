// SPDX-License-Identifier: Apache-2.0
// match: everything that the rule's own `match:` selects.
#pragma once

#include "mailcomb/rule.hpp"

namespace mailcomb::rules_builtin {

class Match {
 public:
  explicit Match(const sdk::Config&) {}
  sdk::Value filter() const { return sdk::Value::map(); }
};

}  // namespace mailcomb::rules_builtin
