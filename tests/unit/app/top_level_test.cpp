// SPDX-License-Identifier: Apache-2.0
#include "app/cli/top_level.hpp"

#include <gtest/gtest.h>

namespace mailcomb::app {
namespace {

using Words = std::vector<std::string>;

TEST(TopLevel, flags_become_commands) {
  EXPECT_EQ(expand_top_level({"--dry-run", "-v"}).value(), (Words{"plan", "-v"}));
  EXPECT_EQ(expand_top_level({"-v", "--execute", "--yes"}).value(),
            (Words{"apply", "-v", "--yes"}));
  EXPECT_EQ(expand_top_level({"--analyze"}).value(), (Words{"analyze"}));
  EXPECT_EQ(expand_top_level({"--history"}).value(), (Words{"history", "list"}));
}

TEST(TopLevel, what_has_a_command_stays) {
  for (const Words& words : {Words{}, Words{"run", "--execute"}, Words{"--version"}, Words{"-v"}})
    EXPECT_EQ(expand_top_level(words).value(), words);
}

TEST(TopLevel, two_of_them_are_refused) {
  EXPECT_EQ(expand_top_level({"--execute", "--history"}).error().message,
            "--execute and --history contradict each other");
  EXPECT_EQ(expand_top_level({"--history", "--history"}).value(), (Words{"history", "list"}));
}

}  // namespace
}  // namespace mailcomb::app
