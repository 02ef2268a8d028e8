// SPDX-License-Identifier: Apache-2.0
// duplicate: keeps the best copy of each message and selects the others.
#pragma once

#include <string>
#include <vector>

#include "mailcomb/plugin.hpp"
#include "rules-builtin/copies.hpp"
#include "rules-builtin/text_hash.hpp"

namespace mailcomb::rules_builtin {

// Every copy that goes names one that stays, so the host can see to it that one really does. What lies
// in the trash or spam is no copy that counts.
class Duplicate {
 public:
  static void describe(sdk::Component& component);

  explicit Duplicate(const sdk::Config&) {}
  std::vector<std::string> columns() const;
  sdk::Value filters() const;
  sdk::Verdict observe(const sdk::Row& row);
  void finish(sdk::FinalVerdicts& verdicts);

 private:
  TextHash hash_;
  std::vector<Copy> copies_;
};

}  // namespace mailcomb::rules_builtin
