// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/text_hash.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mailcomb::rules_builtin {
namespace {

// The vectors of the reference implementation: key 00 01 … 0f, texts 00 01 … of growing length.
TEST(TextHash, is_siphash_2_4) {
  const TextHash hash({0x0706050403020100U, 0x0f0e0d0c0b0a0908U});
  std::string text;
  const auto next = [&text] { text += static_cast<char>(text.size()); };
  EXPECT_EQ(hash(text), 0x726fdb47dd0e0e31U);
  next();
  EXPECT_EQ(hash(text), 0x74f839c593dc67fdU);
  while (text.size() < 15) next();
  EXPECT_EQ(hash(text), 0xa129ca6149be45e5U);
}

TEST(TextHash, is_another_one_in_every_rule) {
  EXPECT_NE(TextHash()("digest@example.org"), TextHash()("digest@example.org"));
}

}  // namespace
}  // namespace mailcomb::rules_builtin
