// SPDX-License-Identifier: Apache-2.0
#include "support/suggest.hpp"

#include <gtest/gtest.h>

#include <array>

namespace mailcomb {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"from", "older_than", "newer_than", "to"};

TEST(Suggest, finds_a_letter_more_less_other_or_swapped) {
  EXPECT_EQ(find_nearest("older_then", kNames), "older_than");
  EXPECT_EQ(find_nearest("older_thann", kNames), "older_than");
  EXPECT_EQ(find_nearest("odler_than", kNames), "older_than");
  EXPECT_EQ(find_nearest("form", kNames), "from");
}

TEST(Suggest, does_not_count_case_and_dashes) {
  EXPECT_EQ(find_nearest("Older-Than", kNames), "older_than");
}

TEST(Suggest, finds_the_only_name_that_begins_like_it) {
  constexpr std::array<std::string_view, 3> names = {"sender_domain", "received_before",
                                                     "received_after"};
  EXPECT_EQ(find_nearest("sender", names), "sender_domain");
  EXPECT_EQ(find_nearest("received", names), std::nullopt);
  EXPECT_EQ(find_nearest("se", names), std::nullopt);
}

TEST(Suggest, guesses_nothing_from_a_word_that_is_far_from_all) {
  EXPECT_EQ(find_nearest("sender", kNames), std::nullopt);
  EXPECT_EQ(find_nearest("x", kNames), std::nullopt);
  EXPECT_EQ(find_nearest("", kNames), std::nullopt);
  EXPECT_EQ(find_nearest(std::string(1000, 'o'), kNames), std::nullopt);
}

TEST(Suggest, tells_all_names_when_it_cannot_guess) {
  EXPECT_EQ(suggest("form", kNames, "keys"), "did you mean 'from'?");
  EXPECT_EQ(suggest("sender", kNames, "keys"), "keys are from, older_than, newer_than, to");
}

}  // namespace
}  // namespace mailcomb
