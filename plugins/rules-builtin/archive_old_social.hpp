// SPDX-License-Identifier: Apache-2.0
// archive_old_social: mail from social networks of some age leaves the inbox.
#pragma once

#include "rules-builtin/days.hpp"

namespace mailcomb::rules_builtin {

class ArchiveOldSocial {
 public:
  explicit ArchiveOldSocial(const sdk::Config& config) : age_(age_from(config)) {}
  sdk::Value filter() const {
    return sdk::Value::map({{"category", "social"}, {"older_than", age_}});
  }
  sdk::Value then() const { return "archive"; }

 private:
  std::string age_;
};

}  // namespace mailcomb::rules_builtin
