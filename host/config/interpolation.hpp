// SPDX-License-Identifier: Apache-2.0
// ${env:NAME} and ${env:NAME:-default} in the values of mailcomb.yaml.
#pragma once

#include "config/variables.hpp"
#include "support/document.hpp"

namespace mailcomb::config {

// Puts values in place in all texts below `node`, but not in keys. The default counts where the
// variable is not set or empty. `$${` is a literal `${`. What a variable holds is in no error, now or
// later: such a node is shown as it is spelled.
void interpolate(Node& node, const FindVariable& find, Errors& errors);

}  // namespace mailcomb::config
