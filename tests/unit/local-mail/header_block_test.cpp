// SPDX-License-Identifier: Apache-2.0
#include "mail/header_block.hpp"

#include <gmock/gmock.h>

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;

// "name=body" with the body unfolded.
std::vector<std::string> fields(std::string_view bytes) {
  HeaderBlock block;
  block.parse(bytes);
  std::vector<std::string> texts;
  for (const auto& field : block.fields()) {
    std::string scratch;
    texts.push_back(std::string(field.name) + "=" + std::string(unfold(field.body, scratch)));
  }
  return texts;
}

bool is_message(std::string_view bytes) {
  HeaderBlock block;
  block.parse(bytes);
  return block.is_message();
}

TEST(HeaderBlock, splits_lines_of_both_kinds) {
  EXPECT_THAT(fields("From: a\nTo: b\n\nSubject: body\n"), ElementsAre("From=a", "To=b"));
  EXPECT_THAT(fields("From: a\r\nTo: b\r\n\r\nSubject: body\r\n"), ElementsAre("From=a", "To=b"));
}

TEST(HeaderBlock, unfolds_what_was_folded) {
  EXPECT_THAT(fields("Subject: one\n two\r\n\tthree \nTo: b\n\n"),
              ElementsAre("Subject=one two\tthree", "To=b"));
  EXPECT_THAT(fields("Subject:\n one\n\n"), ElementsAre("Subject=one"));
}

TEST(HeaderBlock, says_where_the_body_begins) {
  for (const char* message : {"A: b\n\nbody", "From x\nA: b\n c\n\nbody", "A: b\r\n\r\nbody"}) {
    HeaderBlock block;
    EXPECT_TRUE(block.parse(message));
    EXPECT_EQ(std::string_view(message).substr(block.size()), "body");
  }
  HeaderBlock block;
  EXPECT_FALSE(block.parse("A: b\nC: d"));
  EXPECT_EQ(block.size(), 9u);
}

TEST(HeaderBlock, keeps_the_mbox_line_apart) {
  HeaderBlock block;
  EXPECT_TRUE(block.parse("From a@b Thu Aug 22 12:36:23 2002\r\nTo: b\n\n"));
  EXPECT_EQ(block.from_line(), "From a@b Thu Aug 22 12:36:23 2002");
  EXPECT_TRUE(block.is_message());
  EXPECT_EQ(block.fields().size(), 1u);
}

TEST(HeaderBlock, passes_over_lines_that_are_no_fields) {
  EXPECT_THAT(fields("To: a\nno field\n belongs to it\nbad name: x\n\xe4: y\n: z\nCc: b\n\n"),
              ElementsAre("To=a", "Cc=b"));
  EXPECT_THAT(fields("To: a\nFrom x@y Mon Jul 29 11:28:02 2002\nCc: b\n\n"),
              ElementsAre("To=a", "Cc=b"));
}

TEST(HeaderBlock, takes_any_byte_in_bodies) {
  EXPECT_THAT(fields(std::string_view("To: a\0b\xff\nX:\n\n", 13)),
              ElementsAre(std::string("To=a\0b\xff", 7), "X="));
}

TEST(HeaderBlock, tolerates_blanks_before_the_colon) {
  EXPECT_THAT(fields("Subject \t: x\n\n"), ElementsAre("Subject=x"));
}

TEST(HeaderBlock, knows_whether_the_headers_ended) {
  HeaderBlock block;
  EXPECT_TRUE(block.parse("To: a\n\n"));
  EXPECT_FALSE(block.parse("To: a\n"));
  EXPECT_FALSE(block.parse("To: a"));
  EXPECT_FALSE(block.parse(""));
}

TEST(HeaderBlock, is_a_message_if_the_first_line_is_a_field) {
  EXPECT_TRUE(is_message("X:\n"));
  EXPECT_TRUE(is_message("From x\nX:\n"));
  for (const char* bytes : {"", "\n", "\nTo: a\n", " To: a\n", "hello\nTo: a\n",
                            "\x7f"
                            "ELF: x\n",
                            "From x\n", "From x\nhello\n", "a b: c\n"})
    EXPECT_FALSE(is_message(bytes)) << bytes;
}

TEST(HeaderBlock, compares_names_in_any_case) {
  EXPECT_TRUE(is_named("LIST-Id", "list-id"));
  EXPECT_FALSE(is_named("List-Id", "list-i"));
  EXPECT_FALSE(is_named("List_Id", "list-id"));
}

TEST(HeaderBlock, can_be_cut_at_every_byte) {
  const std::string bytes = "From a@b\nTo: x\r\n y\r\nbad\n z\nCc : w\r\n\r\nbody";
  for (std::size_t size = 0; size <= bytes.size(); ++size)
    for (const auto& text : fields(std::string_view(bytes).substr(0, size)))
      EXPECT_NE(text.find('='), text.npos);
}

}  // namespace
}  // namespace mailcomb::local_mail
