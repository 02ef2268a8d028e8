// SPDX-License-Identifier: Apache-2.0
// Base: the policy that another one extends, as somebody who may read files hands it over.
#pragma once

#include <functional>
#include <string>

#include "support/error.hpp"

namespace mailcomb::policy {

struct Base {
  std::string file;  // As errors name it; one file has one name.
  std::string text;
};

// `reference` is what `extends` says, a name or a file; `from` is the file that says it.
using LoadBase = std::function<Result<Base>(const std::string& reference, const std::string& from)>;

}  // namespace mailcomb::policy
