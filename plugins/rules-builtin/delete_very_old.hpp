// SPDX-License-Identifier: Apache-2.0
// delete_very_old: whatever is very old goes to the trash; nothing is ever deleted.
#pragma once

#include "rules-builtin/days.hpp"

namespace mailcomb::rules_builtin {

class DeleteVeryOld {
 public:
  explicit DeleteVeryOld(const sdk::Config& config) : age_(age_from(config)) {}
  sdk::Value filter() const { return sdk::Value::map({{"older_than", age_}}); }
  sdk::Value then() const { return "trash"; }

 private:
  std::string age_;
};

}  // namespace mailcomb::rules_builtin
