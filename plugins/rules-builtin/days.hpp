// SPDX-License-Identifier: Apache-2.0
// The parameter `days` of the recipes.
#pragma once

#include <string>

#include "mailcomb/plugin.hpp"

namespace mailcomb::rules_builtin {

// At most what the filter language takes: 1000 years.
inline sdk::Component& add_days(sdk::Component& component, int fallback) {
  return component.property("days",
                            "{\"type\":\"integer\",\"title\":\"from this age on\",\"minimum\":1,"
                            "\"maximum\":365000,\"default\":" +
                                std::to_string(fallback) + "}");
}

// As `older_than:` takes it.
inline std::string age_from(const sdk::Config& config) {
  return std::to_string(config["days"].integer()) + "d";
}

}  // namespace mailcomb::rules_builtin
