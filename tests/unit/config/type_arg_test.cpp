// SPDX-License-Identifier: Apache-2.0
#include "config/type_arg.hpp"

#include <gtest/gtest.h>

namespace mailcomb::config {
namespace {

TypeArg parsed(const std::string& text) { return parse_type_arg(text, "--mailbox").value(); }

TEST(TypeArg, is_a_type_and_its_argument) {
  EXPECT_EQ(parsed("maildir:~/Mail").type, "maildir");
  EXPECT_EQ(parsed("maildir:~/Mail").argument, "~/Mail");
  EXPECT_EQ(parsed("acme.mail2:x").type, "acme.mail2");
}

TEST(TypeArg, is_cut_at_the_first_colon) {
  EXPECT_EQ(parsed("postgres:postgres://db:5432/x").argument, "postgres://db:5432/x");
}

TEST(TypeArg, may_be_a_type_alone) {
  EXPECT_EQ(parsed("sqlite").type, "sqlite");
  EXPECT_EQ(parsed("sqlite").argument, "");
}

std::string complaint(const std::string& text) {
  return to_text(parse_type_arg(text, "--mailbox").error());
}

TEST(TypeArg, says_what_it_should_look_like) {
  const std::string hint =
      "\n  hint: write TYPE:ARG, or TYPE alone; 'mailcomb plugins list' shows the types\n";
  EXPECT_EQ(complaint(""), "--mailbox is empty" + hint);
  EXPECT_EQ(complaint("/home/me/Mail"), "--mailbox '/home/me/Mail' begins with no type" + hint);
  EXPECT_EQ(complaint(":x"), "--mailbox ':x' begins with no type" + hint);
  EXPECT_EQ(complaint("Maildir:x"), "--mailbox 'Maildir:x' begins with no type" + hint);
  EXPECT_EQ(complaint("maildir:"), "--mailbox 'maildir:' has nothing after the colon" + hint);
  EXPECT_EQ(parse_type_arg("", "--store").error().fault, Fault::kUsage);
}

}  // namespace
}  // namespace mailcomb::config
