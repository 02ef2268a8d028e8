// SPDX-License-Identifier: Apache-2.0
// Texts of YAML as what a schema wants them to be.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

#include "support/document.hpp"

namespace mailcomb::config {

// The text as an integer, number or boolean if one of `types` is that and it reads as one, else as
// text, which validation then refuses. Quotes in a file make it text for certain.
nlohmann::json read_scalar(const Node& node, const std::set<std::string>& types);

}  // namespace mailcomb::config
