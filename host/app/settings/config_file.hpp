// SPDX-License-Identifier: Apache-2.0
// mailcomb.yaml: which one counts, and whether it is to be trusted.
#pragma once

#include <memory>
#include <string>

#include "app/settings/environment.hpp"
#include "config/composition.hpp"

namespace mailcomb::app {

// `named` (--config), else $MAILCOMB_CONFIG, else the first of the places that is there; null if none
// is. It names code to load and mail to change, so it must belong to us or root, and not everybody
// may write to it.
Checked<std::shared_ptr<const config::Composition>> load_config(const std::string& named,
                                                                const Environment& environment);

}  // namespace mailcomb::app
