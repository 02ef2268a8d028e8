// SPDX-License-Identifier: Apache-2.0
#include "mail/addresses.hpp"

#include <gmock/gmock.h>

#include "mailcomb/text.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> to_texts(const Addresses& addresses) {
  std::vector<std::string> texts;
  for (const auto& item : addresses.items())
    texts.push_back(std::string(sdk::view(item.name)) + "<" + std::string(sdk::view(item.address)) +
                    ">");
  return texts;
}

std::vector<std::string> parse(std::string_view body) {
  Addresses addresses;
  addresses.add(body);
  return to_texts(addresses);
}

TEST(Addresses, reads_simple_ones) {
  EXPECT_THAT(parse("a@b.example"), ElementsAre("<a@b.example>"));
  EXPECT_THAT(parse("<a@b.example>"), ElementsAre("<a@b.example>"));
  EXPECT_THAT(parse("Ann Lee <a@b.example>"), ElementsAre("Ann Lee<a@b.example>"));
  EXPECT_THAT(parse("\"Ann Lee\" <a@b.example>"), ElementsAre("Ann Lee<a@b.example>"));
}

TEST(Addresses, reads_lists_groups_and_comments) {
  EXPECT_THAT(parse("a@b.example, \"Lee, Ann\" <c@d.example>"),
              ElementsAre("<a@b.example>", "Lee, Ann<c@d.example>"));
  EXPECT_THAT(parse("friends: a@b.example, Bo <c@d.example>;, e@f.example"),
              ElementsAre("<a@b.example>", "Bo<c@d.example>", "<e@f.example>"));
  EXPECT_THAT(parse("undisclosed-recipients:;"), IsEmpty());
  EXPECT_THAT(parse("a@b.example (Ann Lee)"), ElementsAre("Ann Lee<a@b.example>"));
}

TEST(Addresses, decodes_names) {
  EXPECT_THAT(parse("=?utf-8?q?J=C3=B6rg?= <a@b.example>"), ElementsAre("Jörg<a@b.example>"));
  EXPECT_THAT(parse("J\xf6rg <a@b.example>"), ElementsAre("Jörg<a@b.example>"));
}

TEST(Addresses, reads_nothing_from_nothing) { EXPECT_THAT(parse(""), IsEmpty()); }

TEST(Addresses, agree_with_gmime_on_the_fast_path) {
  for (const char* body :
       {"a@b.example", "<a@b.example>", "Ann Lee <a@b.example>", "\"Ann Lee\" <a@b.example>",
        "Ann<a@b.example>", "a.b+c@d-e.example", "O'Hara <o'hara@b.example>", "\"\" <a@b.example>",
        "user@localhost", "A=B <a=b@c.example>", "\"A B\"<a@b.example>",
        "a@b.example, Ann <c@d.example>,e@f.example", "a@b.example ,c@d.example,"}) {
    Addresses slow;
    slow.add_with_gmime(body);
    EXPECT_EQ(parse(body), to_texts(slow)) << body;
  }
}

std::string repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

TEST(Addresses, survive_what_is_made_to_crash) {
  for (const char* text : {"a:", ":", "(", "<", "\"", "[", "\\", "@", ",", "=?", "a:b;", "a:\";\" ",
                           "a,", "a b,", "\xff", "=?utf-8?q?a?=,"})
    EXPECT_LE(parse(repeat(text, 100'000)).size(), 100'000u) << text;
  EXPECT_LE(parse(repeat("a:", 10'000) + repeat(";", 10'000)).size(), 20'000u);
  EXPECT_THAT(parse(repeat("a:", 1'000) + ", x@y.example"), ::testing::Contains("<x@y.example>"));
}

TEST(Addresses, of_a_long_list_are_read) {
  EXPECT_EQ(parse(repeat("ann@b.example, Bo <c@d.example>, ", 30'000) + "e@f").size(), 60'001u);
  EXPECT_THAT(parse(repeat("(c) <a@b.example>, ", 30'000)),
              ::testing::AllOf(::testing::SizeIs(::testing::Gt(500u)),
                               ::testing::Each(::testing::HasSubstr("<a@b.example>"))));
}

TEST(Addresses, can_be_cut_at_every_byte) {
  const std::string body =
      "\"Lee, \\\"A\\\"\" <a@b.example>, g: x@y, =?utf-8?q?=C3?= <z@w>;, (c (d)) \xff q@r <s@t";
  for (std::size_t size = 0; size <= body.size(); ++size)
    EXPECT_LE(parse(std::string_view(body).substr(0, size)).size(), 6u);
}

}  // namespace
}  // namespace mailcomb::local_mail
