// SPDX-License-Identifier: Apache-2.0
// What parts of mailcomb.yaml say of each other: names that lead nowhere, mailboxes that two claim.
#pragma once

#include "config/composition.hpp"

namespace mailcomb::config {

// `root` is what the composition was read from, for the places.
Errors find_wrong_references(const Composition& composition, const Node& root);

}  // namespace mailcomb::config
