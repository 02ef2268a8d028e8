// SPDX-License-Identifier: Apache-2.0
// The shape of mailcomb.yaml as JSON Schema, draft 7: the one place that knows its keys.
#pragma once

#include <string_view>

namespace mailcomb::config {

// Mailboxes and stores are open: the rest of their keys is in the schema of their plugin.
std::string_view composition_schema();

}  // namespace mailcomb::config
