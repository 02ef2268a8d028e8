// SPDX-License-Identifier: Apache-2.0
#include "mail/protected_senders.hpp"

#include <gtest/gtest.h>

namespace mailcomb::mail {
namespace {

std::string complaint(std::string_view text) {
  const auto parsed = ProtectedSenders::parse(text);
  return parsed ? "no error" : parsed.error().message + " | " + parsed.error().hint;
}

TEST(ProtectedSenders, are_addresses_and_domains_in_lower_case) {
  EXPECT_EQ(ProtectedSenders::parse("Ann@Example.ORG"), "ann@example.org");
  EXPECT_EQ(ProtectedSenders::parse("@Bank.example"), "@bank.example");
}

TEST(ProtectedSenders, are_refused_with_what_to_write) {
  EXPECT_EQ(
      complaint("bank.example"),
      "'bank.example' is no address | did you mean @bank.example, that domain and those below "
      "it?");
  EXPECT_EQ(complaint("Ann <ann@example.org>"),
            "'Ann <ann@example.org>' is no address | did you mean ann@example.org?");
  const std::string forms =
      "give an address such as ann@example.org, or @example.org for a whole domain";
  for (const std::string text : {"", "@", "ann", "*@example.org", "@.example"})
    EXPECT_EQ(complaint(text), "'" + text + "' is no address | " + forms);
}

TEST(ProtectedSenders, are_found_by_address_domain_and_domain_above) {
  ProtectedSenders senders;
  senders.add("ann@example.org");
  senders.add("@bank.example");
  EXPECT_EQ(senders.find("ANN@example.org"), "ann@example.org");
  EXPECT_EQ(senders.find(" a@bank.example "), "@bank.example");
  EXPECT_EQ(senders.find("a@mail.eu.bank.example"), "@bank.example");
  for (const char* other : {"joann@example.org", "ann@sub.example.org", "a@notbank.example",
                            "a@bank.example.org", "bank.example", ""})
    EXPECT_FALSE(senders.find(other)) << other;
}

TEST(ProtectedSenders, have_a_digest_of_what_they_are) {
  ProtectedSenders one, other;
  EXPECT_EQ(one.digest(), "");
  EXPECT_TRUE(one.add("a@x.example"));
  EXPECT_FALSE(one.add("a@x.example"));
  one.add("b@x.example");
  other.add("b@x.example");
  EXPECT_NE(one.digest(), other.digest());
  other.add("a@x.example");
  EXPECT_EQ(one.digest(), other.digest());
  EXPECT_TRUE(one.remove("b@x.example"));
  EXPECT_FALSE(one.remove("b@x.example"));
  EXPECT_NE(one.digest(), other.digest());
}

}  // namespace
}  // namespace mailcomb::mail
