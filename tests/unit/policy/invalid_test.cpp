// SPDX-License-Identifier: Apache-2.0
// tests/invalid/policies: each <case>.yaml is refused with exactly the text of <case>.expected.
#include <gtest/gtest.h>

#include <set>

#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

namespace fs = std::filesystem;

std::set<std::string> cases(const std::string& extension) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(INVALID_DIR)) {
    EXPECT_TRUE(entry.path().extension() == ".yaml" || entry.path().extension() == ".expected")
        << entry.path();
    if (entry.path().extension() == extension) names.insert(entry.path().stem().string());
  }
  return names;
}

TEST(InvalidPolicies, have_an_expectation_each) {
  EXPECT_EQ(cases(".yaml"), cases(".expected"));
  EXPECT_GE(cases(".yaml").size(), 20u);
}

TEST(InvalidPolicies, are_refused_with_the_expected_text) {
  for (const auto& name : cases(".yaml")) {
    SCOPED_TRACE(name);
    const fs::path file = fs::path(INVALID_DIR) / (name + ".yaml");
    const auto text = testing::refused(testing::content(file), name + ".yaml");
    EXPECT_EQ(text, testing::content(fs::path(INVALID_DIR) / (name + ".expected")));
    EXPECT_NE(text, "");
  }
}

}  // namespace
}  // namespace mailcomb::policy
