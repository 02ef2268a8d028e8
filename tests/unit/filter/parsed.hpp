// SPDX-License-Identifier: Apache-2.0
// Filters from text, as a policy would hold them.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "filter/language.hpp"
#include "support/time.hpp"
#include "support/yaml.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::testing {

inline const Time kNow = *parse_rfc3339("2002-12-01T00:00:00Z");

inline filter::Expression parsed(const std::string& text) {
  Errors errors;
  const auto node = parse_yaml(text, "f.yaml", errors);
  const auto expression = node ? filter::parse(*node, kNow, errors) : filter::Expression();
  EXPECT_EQ(to_texts(errors), "") << text;
  return expression;
}

// The full text of all errors.
inline std::string refused(const std::string& text) {
  Errors errors;
  const auto node = parse_yaml(text, "f.yaml", errors);
  if (node) filter::parse(*node, kNow, errors);
  return to_texts(errors);
}

}  // namespace mailcomb::testing
