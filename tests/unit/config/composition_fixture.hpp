// SPDX-License-Identifier: Apache-2.0
// Compositions from the text of a mailcomb.yaml, with variables of the test's own.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "config/composition.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::testing {

using Variables = std::map<std::string, std::string>;

inline config::FindVariable find_in(const Variables& variables) {
  return [variables](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return {};
    return found->second;
  };
}

inline Checked<config::Composition> composed(const std::string& text,
                                             const Variables& variables = {},
                                             config::Readers readers = config::Readers::kOwner) {
  return config::read_composition(text, {"m.yaml", "/etc/mc/m.yaml", readers}, "/home/me",
                                  find_in(variables));
}

inline config::Composition composition(const std::string& text, const Variables& variables = {}) {
  auto read = composed(text, variables);
  EXPECT_TRUE(read) << to_texts(read.error());
  return read ? *read : config::Composition();
}

// The full text of all errors.
inline std::string complaints(const std::string& text, const Variables& variables = {}) {
  const auto read = composed(text, variables);
  return read ? "no error" : to_texts(read.error());
}

}  // namespace mailcomb::testing
