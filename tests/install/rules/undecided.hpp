// SPDX-License-Identifier: Apache-2.0
// Undecided: a rule that leaves every second verdict unset; those messages must be kept.
#pragma once

#include <mailcomb/rule.hpp>

namespace field {

struct Undecided {
  explicit Undecided(const mailcomb::sdk::Config&) {}
  std::vector<std::string> columns() const { return {"id"}; }
  mailcomb::sdk::Verdict evaluate(const mailcomb::sdk::Row& row) const;
};

}  // namespace field
