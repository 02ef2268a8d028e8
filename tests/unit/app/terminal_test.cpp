// SPDX-License-Identifier: Apache-2.0
#include "app/terminal.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

namespace mailcomb::app {
namespace {

std::string warned(std::string_view text) {
  std::ostringstream out;
  auto* const before = std::cerr.rdbuf(out.rdbuf());
  Terminal(false, false, ProgressStyle::kNone).warn(text);
  std::cerr.rdbuf(before);
  return out.str();
}

TEST(TerminalWarning, is_a_line_or_several) {
  EXPECT_EQ(warned("one"), "one\n");
  EXPECT_EQ(warned("one\n\ntwo\n"), "one\n\ntwo\n");
}

TEST(TerminalWarning, cannot_steer_the_terminal) {
  EXPECT_EQ(warned("a\x1b[31m\n\x1b]0;b"), "a\uFFFD[31m\n\uFFFD]0;b\n");
}

}  // namespace
}  // namespace mailcomb::app
