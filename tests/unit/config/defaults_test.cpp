// SPDX-License-Identifier: Apache-2.0
#include "config/defaults.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "unit/error_texts.hpp"

namespace mailcomb::config {
namespace {

std::string content(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST(Defaults, stand_in_an_installed_file) {
  const auto text = content(CONFIGS_DIR "/defaults.yaml");
  const auto defaults = read_defaults(text, "defaults.yaml").value();
  EXPECT_EQ(defaults.rule, "match");
  EXPECT_EQ(defaults.store, "sqlite");
  EXPECT_EQ(defaults.policy, "conservative");
  ASSERT_EQ(defaults.mailboxes.size(), 2U);
  EXPECT_EQ(defaults.mailboxes.front().type, "maildir");
  EXPECT_EQ(content(SHARE_DIR "/defaults.yaml"), text) << "next to the program";
}

std::string complaint(const std::string& text) {
  return testing::to_texts(read_defaults(text, "d.yaml").error());
}

TEST(Defaults, must_all_be_there) {
  EXPECT_EQ(complaint("rule: match\nstore:\npolcy: x\n"),
            "d.yaml:3:1: unknown key 'polcy' in the defaults\n"
            "  polcy: x\n"
            "  ^\n"
            "  hint: did you mean 'policy'?\n"
            "d.yaml:2:1: 'store' has no value\n"
            "  store:\n"
            "  ^\n"
            "d.yaml:1:1: the defaults have no 'policy'\n"
            "  rule: match\n"
            "  ^\n");
  EXPECT_EQ(complaint("[a]"), "d.yaml:1:1: the defaults are a mapping, not a list\n  [a]\n  ^\n");
  EXPECT_EQ(complaint(""), "d.yaml: the file is empty\n");
}

}  // namespace
}  // namespace mailcomb::config
