// SPDX-License-Identifier: Apache-2.0
#include "plan/key_index.hpp"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace mailcomb::testing {
namespace {

using plan::KeyIndex;

TEST(KeyIndex, numbers_keys_as_they_come) {
  KeyIndex index;
  for (const std::uint64_t key : {7, 0, 9}) EXPECT_TRUE(index.add(key).is_new);
  EXPECT_EQ(index.add(7).number, 0u);
  EXPECT_EQ(index.add(0).number, 1u);
  EXPECT_FALSE(index.add(9).is_new);
}

TEST(KeyIndex, finds_nothing_that_has_no_key) {
  KeyIndex index;
  EXPECT_EQ(index.add_keyless(), 0u);
  EXPECT_EQ(index.add_keyless(), 1u);
  EXPECT_EQ(index.add(0).number, 2u);
}

// Keys that differ in their upper or lower bits only, and many that are random.
TEST(KeyIndex, is_what_a_map_is) {
  std::mt19937_64 random(1);
  KeyIndex index;
  std::unordered_map<std::uint64_t, std::uint32_t> expected;
  for (int i = 0; i < 100'000; ++i) {
    const auto drawn = random() % 5'000;
    for (const auto key : {drawn, drawn << 52, random() & 0xFFFF}) {
      const auto found = index.add(key);
      const auto [entry, is_new] = expected.try_emplace(key, expected.size());
      ASSERT_EQ(found.number, entry->second);
      ASSERT_EQ(found.is_new, is_new);
    }
  }
}

}  // namespace
}  // namespace mailcomb::testing
