// SPDX-License-Identifier: Apache-2.0
// Policies from text and from files, at one `now`.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "policy/parse.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::testing {

inline Checked<policy::Policy> checked(const std::string& text,
                                       const std::string& name = "p.yaml") {
  const auto now = *parse_rfc3339("2002-12-01T00:00:00Z");
  return policy::read_policy(text, name, now, {"match"});
}

inline policy::Policy read(const std::string& text) {
  auto policy = checked(text);
  EXPECT_TRUE(policy) << to_texts(policy.error());
  return policy ? *policy : policy::Policy();
}

// The full text of all errors.
inline std::string refused(const std::string& text, const std::string& name = "p.yaml") {
  const auto policy = checked(text, name);
  return policy ? "" : to_texts(policy.error());
}

inline std::string content(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// A policy of rules, each in flow style.
inline std::string policy_of(std::initializer_list<std::string> rules) {
  std::string text = "version: 1\nname: p\nrules:\n";
  for (const auto& rule : rules) text += "  - " + rule + "\n";
  return text;
}

}  // namespace mailcomb::testing
