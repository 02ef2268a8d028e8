// SPDX-License-Identifier: Apache-2.0
#include "config/dotenv.hpp"

#include <gtest/gtest.h>

#include "unit/error_texts.hpp"

namespace mailcomb::config {
namespace {

Dotenv parsed(const std::string& text) {
  auto variables = parse_dotenv(text, ".env");
  EXPECT_TRUE(variables) << testing::to_texts(variables.error());
  return variables ? *variables : Dotenv();
}

std::string complaint(const std::string& text) {
  const auto variables = parse_dotenv(text, ".env");
  return variables ? "no error" : testing::to_texts(variables.error());
}

TEST(Dotenv, has_a_variable_a_line) {
  EXPECT_EQ(parsed("A=1\n_b2=two words\n\nEMPTY=\n"),
            (Dotenv{{"A", "1"}, {"_b2", "two words"}, {"EMPTY", ""}}));
  EXPECT_EQ(parsed(""), Dotenv());
  EXPECT_EQ(parsed("A=1\nA=2"), (Dotenv{{"A", "2"}}));
}

TEST(Dotenv, heeds_quotes) {
  EXPECT_EQ(parsed("A='a b # c'\n").at("A"), "a b # c");
  EXPECT_EQ(parsed("A='a\\n$B\"'\n").at("A"), "a\\n$B\"");
  EXPECT_EQ(parsed("A=\"a\\nb\\\"c\\\\d\\$e\\x\"\n").at("A"), "a\nb\"c\\d$e\\x");
  EXPECT_EQ(parsed("A=\"two\nlines\"\nB=1\n"), (Dotenv{{"A", "two\nlines"}, {"B", "1"}}));
  EXPECT_EQ(parsed("A=''\n").at("A"), "");
}

TEST(Dotenv, passes_comments_over) {
  EXPECT_EQ(parsed("# one\n  # two\nA=1 # three\nB=1#2\nC='x' # four\nD=#x\n"),
            (Dotenv{{"A", "1"}, {"B", "1#2"}, {"C", "x"}, {"D", "#x"}}));
}

TEST(Dotenv, takes_what_shells_and_Windows_write) {
  EXPECT_EQ(parsed("\xEF\xBB\xBF"
                   "export A=1\r\n\texport\tB='2'\r\nexport=3\r\n"),
            (Dotenv{{"A", "1"}, {"B", "2"}, {"export", "3"}}));
}

TEST(Dotenv, tells_every_line_that_is_none_and_no_value) {
  EXPECT_EQ(complaint("A=1\nB 2secret\n=secret\n9=secret\nC = secret\nD='a'secret\n"),
            ".env:2:1: there is no = right after 'B'\n"
            "  hint: write NAME=value, one a line\n"
            ".env:3:1: this is no variable\n"
            "  hint: write NAME=value, one a line\n"
            ".env:4:1: this is no variable\n"
            "  hint: write NAME=value, one a line\n"
            ".env:5:1: there is no = right after 'C'\n"
            "  hint: write NAME=value, one a line\n"
            ".env:6:1: something follows the closing quote of 'D'\n"
            "  hint: put the whole value into quotes, or a # before what is a comment\n");
  EXPECT_EQ(complaint("A=1\nB=\"secret\nC=2\n"),
            ".env:2:1: the value of 'B' begins with a quote that is not closed\n"
            "  hint: close it with \"\n");
}

TEST(Dotenv, is_text) {
  const auto said = complaint("A=secret\xff\n");
  EXPECT_EQ(said.find("secret"), std::string::npos) << said;
  EXPECT_NE(said.find(".env:1:9: "), std::string::npos) << said;
  EXPECT_EQ(complaint(std::string(1024 * 1024 + 1, 'A')), ".env: the file is larger than 1 MiB\n");
}

}  // namespace
}  // namespace mailcomb::config
