// SPDX-License-Identifier: Apache-2.0
// Errors as a user reads them, so that tests compare the full text.
#pragma once

#include <string>

#include "support/error.hpp"

namespace mailcomb::testing {

inline std::string to_texts(const Errors& errors) {
  std::string texts;
  for (const auto& error : errors) texts += to_text(error);
  return texts;
}

}  // namespace mailcomb::testing
