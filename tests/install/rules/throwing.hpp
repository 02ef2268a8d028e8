// SPDX-License-Identifier: Apache-2.0
// Throwing: a rule whose every answer is an exception; its messages must be kept.
#pragma once

#include <mailcomb/rule.hpp>

namespace field {

struct Throwing {
  explicit Throwing(const mailcomb::sdk::Config&) {}
  std::vector<std::string> columns() const { return {"subject"}; }
  mailcomb::sdk::Verdict evaluate(const mailcomb::sdk::Row& row) const;
};

}  // namespace field
