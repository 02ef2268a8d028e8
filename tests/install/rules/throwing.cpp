// SPDX-License-Identifier: Apache-2.0
#include "throwing.hpp"

#include <stdexcept>

namespace field {

mailcomb::sdk::Verdict Throwing::evaluate(const mailcomb::sdk::Row& row) const {
  throw std::runtime_error("cannot judge message " + std::to_string(row.ordinal()));
}

}  // namespace field
