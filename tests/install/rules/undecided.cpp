// SPDX-License-Identifier: Apache-2.0
#include "undecided.hpp"

namespace field {

mailcomb::sdk::Verdict Undecided::evaluate(const mailcomb::sdk::Row& row) const {
  return row.ordinal() % 2 == 0 ? mailcomb::sdk::select() : mailcomb::sdk::unset();
}

}  // namespace field
