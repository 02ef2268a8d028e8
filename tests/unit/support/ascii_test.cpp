// SPDX-License-Identifier: Apache-2.0
#include "support/ascii.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

TEST(Ascii, lowers_its_own_letters_only) {
  EXPECT_EQ(ascii_lower(std::string_view("AZ@[az09 Ü")), "az@[az09 Ü");
  EXPECT_TRUE(is_ascii("az"));
  EXPECT_FALSE(is_ascii("Ü"));
}

TEST(Ascii, compares_regardless_of_case) {
  EXPECT_TRUE(equals_ignoring_case("List-Id", "list-ID"));
  EXPECT_FALSE(equals_ignoring_case("list", "list-id"));
  EXPECT_FALSE(equals_ignoring_case("[", "{"));
}

TEST(Ascii, finds_a_lower_case_needle) {
  EXPECT_TRUE(contains_ignoring_case("Your INVOICE", "invoice"));
  EXPECT_TRUE(contains_ignoring_case("anything", ""));
  EXPECT_FALSE(contains_ignoring_case("Your INVOIC", "invoice"));
}

TEST(Ascii, trims_the_white_space_of_headers) {
  EXPECT_EQ(trim(" \t\r\nbulk \t"), "bulk");
  EXPECT_EQ(trim(" \t"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Ascii, takes_the_domain_behind_the_last_at) {
  EXPECT_EQ(domain_of("ann@example.org"), "example.org");
  EXPECT_EQ(domain_of("\"a@b\"@example.org"), "example.org");
  EXPECT_EQ(domain_of("ann"), "");
  EXPECT_EQ(domain_of("ann@"), "");
}

TEST(Ascii, knows_what_lies_below_a_domain) {
  EXPECT_TRUE(within_domain("example.org", "EXAMPLE.org"));
  EXPECT_TRUE(within_domain("mail.Example.org", "example.org"));
  EXPECT_FALSE(within_domain("badexample.org", "example.org"));
  EXPECT_FALSE(within_domain("org", "example.org"));
  EXPECT_FALSE(within_domain("example.org.evil", "example.org"));
}

}  // namespace
}  // namespace mailcomb
