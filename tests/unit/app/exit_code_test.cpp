// SPDX-License-Identifier: Apache-2.0
#include "app/exit_code.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace mailcomb::app {
namespace {

int gravest_of(const std::vector<int>& numbers) {
  std::vector<ExitCode> codes;
  for (const int number : numbers) codes.push_back(static_cast<ExitCode>(number));
  return static_cast<int>(gravest(codes));
}

TEST(ExitCode, of_several_is_the_gravest) {
  const std::vector<int> order = {1, 10, 5, 4, 8, 3, 6, 7, 2, 0};
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i; j < order.size(); ++j) {
      EXPECT_EQ(gravest_of({order[i], order[j]}), order[i]);
      EXPECT_EQ(gravest_of({order[j], order[i]}), order[i]);
    }
}

TEST(ExitCode, of_none_is_good) { EXPECT_EQ(gravest_of({}), 0); }

TEST(ExitCode, of_a_signal_is_kept) {
  EXPECT_EQ(gravest_of({0, 143, 10}), 143);
  EXPECT_EQ(gravest_of({130, 8}), 130);
  EXPECT_EQ(gravest_of({130, 1}), 1);
}

}  // namespace
}  // namespace mailcomb::app
