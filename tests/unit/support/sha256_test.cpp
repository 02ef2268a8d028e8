// SPDX-License-Identifier: Apache-2.0
// The examples of FIPS 180-4's validation.
#include "support/sha256.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

TEST(Sha256, of_known_texts) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, of_pieces_is_that_of_the_whole) {
  Sha256 digest;
  for (const char c : std::string("abc")) digest.add({&c, 1});
  EXPECT_EQ(digest.hex(), sha256_hex("abc"));
}

TEST(Sha256, heeds_every_byte) {
  using std::string_view;
  EXPECT_NE(sha256_hex(string_view("a\0b", 3)), sha256_hex(string_view("a\0c", 3)));
}

}  // namespace
}  // namespace mailcomb
