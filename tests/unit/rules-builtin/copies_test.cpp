// SPDX-License-Identifier: Apache-2.0
// Which messages are copies, and which of them is the best.
#include "rules-builtin/copies.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace mailcomb::rules_builtin {
namespace {

Copy copy(std::uint32_t ordinal, std::uint64_t content, std::uint32_t size_bytes = 1000) {
  return {content, 0, ordinal, size_bytes, ordinal, kPlain, 0};
}

// "2 0; 1": the copies of each message, the best first.
std::string found(std::vector<Copy> list) {
  std::string text;
  find_copies(list, [&](std::span<const Copy> copies) {
    for (const auto& each : copies) text += std::to_string(each.ordinal) + " ";
    text += "; ";
  });
  return text;
}

TEST(Copies, are_of_one_content) {
  EXPECT_EQ(found({copy(0, 2), copy(1, 1), copy(2, 2)}), "1 ; 0 2 ; ");
  EXPECT_EQ(found({}), "");
}

TEST(Copies, differ_in_size_by_no_more_than_servers_write) {
  EXPECT_EQ(found({copy(0, 1, 9000), copy(1, 1, 9000 + kSizesDifferMax)}), "0 1 ; ");
  EXPECT_EQ(found({copy(0, 1, 9000), copy(1, 1, 9001 + kSizesDifferMax)}), "0 ; 1 ; ");
}

// Many small steps do not make a large one.
TEST(Copies, are_each_like_the_smallest) {
  EXPECT_EQ(found({copy(0, 1, 1000), copy(1, 1, 4000), copy(2, 1, 7000)}), "0 1 ; 2 ; ");
}

class BestCopy : public ::testing::Test {
 protected:
  void expect_best(Why why) const {
    EXPECT_EQ(found({worse_, better_}), "1 0 ; ");
    EXPECT_EQ(why_better(better_, worse_), why);
  }
  Copy worse_ = copy(0, 1);
  Copy better_ = copy(1, 1);
};

TEST_F(BestCopy, is_the_one_that_its_owner_marked) {
  worse_.rank = kAnswered;
  better_ = {1, 99, 1, 1000, 9, kMarked, 9};
  expect_best(Why::kMarked);
}

TEST_F(BestCopy, is_then_the_one_that_was_answered) {
  worse_.rank = kFiled;
  better_ = {1, 99, 1, 1000, 9, kAnswered, 9};
  expect_best(Why::kAnswered);
}

TEST_F(BestCopy, is_then_the_one_that_was_filed) {
  better_ = {1, 99, 1, 1000, 9, kFiled, 9};
  expect_best(Why::kFiled);
}

// Who sends the same again, or forges it, never displaces what was there.
TEST_F(BestCopy, is_then_the_one_that_came_first) {
  worse_.received_at_ms = 100;
  better_ = {1, 99, 1, 1000, 9, kPlain, 9};
  expect_best(Why::kArrival);
}

TEST_F(BestCopy, is_then_the_one_in_the_better_place) {
  worse_.place = 1;
  better_.tie = 9;
  expect_best(Why::kPlace);
}

TEST_F(BestCopy, is_the_same_in_every_run) {
  worse_.tie = 9;
  expect_best(Why::kTie);
}

TEST(Copies, leave_nobody_out) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::vector<Copy> list;
    for (std::uint32_t i = 0, size = random() % 30; i < size; ++i)
      list.push_back(copy(i, random() % 5, random() % 3 * 3000));
    std::set<std::uint32_t> seen;
    const auto size = list.size();
    find_copies(list, [&](std::span<const Copy> copies) {
      ASSERT_FALSE(copies.empty());
      for (const auto& each : copies) {
        ASSERT_TRUE(seen.insert(each.ordinal).second);
        ASSERT_EQ(each.content, copies.front().content);
      }
    });
    ASSERT_EQ(seen.size(), size);
  }
}

}  // namespace
}  // namespace mailcomb::rules_builtin
