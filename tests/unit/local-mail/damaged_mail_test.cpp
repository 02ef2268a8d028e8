// SPDX-License-Identifier: Apache-2.0
#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

using namespace std::string_literals;

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using DamagedMailTest = MaildirTest;

TEST_F(DamagedMailTest, that_is_no_mail_is_reported) {
  write("cur/1.empty", "");
  write("cur/2.binary", std::string("\x7f"
                                    "ELF\0\0\n",
                                    7));
  write("cur/3.text", "hello\nFrom: a@b.example\n\n");
  write("cur/4.mail");
  EXPECT_THAT(scan({"id", "subject"}), ElementsAre("4.mail | hello"));
  EXPECT_THAT(skips_,
              ElementsAre("cur/1.empty: is not a message: it is empty",
                          "cur/2.binary: is not a message: its first line is no header field",
                          "cur/3.text: is not a message: its first line is no header field"));
}

TEST_F(DamagedMailTest, with_headers_of_a_megabyte_is_read) {
  write("cur/1.a", "X: " + std::string(1 << 20, 'x') + "\nSubject: big\n\n");
  EXPECT_THAT(scan({"id", "subject"}), ElementsAre("1.a | big"));
}

TEST_F(DamagedMailTest, with_headers_without_end_is_reported) {
  write("cur/1.a", "X: " + std::string(17 << 20, 'x'));
  EXPECT_THAT(scan({"id", "subject"}), IsEmpty());
  EXPECT_THAT(skips_, ElementsAre("cur/1.a: has headers of more than 16 MiB"));
}

TEST_F(DamagedMailTest, with_crlf_is_read) {
  write("cur/1.a", "From: a@b.example\r\nSubject: one\r\n two\r\nX-A:\r\n\r\nbody\r\n");
  EXPECT_THAT(scan({"from", "subject", "header:x-a"}),
              ElementsAre("[<a@b.example>] | one two | []"));
}

TEST_F(DamagedMailTest, without_the_fields_is_read) {
  write("cur/1.a", "X: y\n\n");
  EXPECT_THAT(scan({"id", "from", "to", "subject", "received_at"}),
              ElementsAre("1.a | [] | [] |  | -"));
}

TEST_F(DamagedMailTest, with_strange_bytes_is_read) {
  write("cur/1.a", "From: \xff\xfe <a@b.example>\nSubject: =?x?Q?=FF?= \xe4\0z\n\n"s);
  const auto rows = scan({"id", "from", "subject", "header:subject"});
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_THAT(rows[0], ::testing::StartsWith("1.a | [ÿþ<a@b.example>] | "));
}

TEST_F(DamagedMailTest, can_be_cut_at_every_byte) {
  const std::string whole =
      "From a@b Thu Aug 22 12:36:23 2002\nReceived: x; Thu, 22 Aug 2002 12:36:23 +0100\n"
      "From: =?utf-8?q?J=C3=B6rg?= <j@b.example>\r\nSubject: a\n b\n\nbody";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    write("cur/1.a", whole.substr(0, size));
    const auto rows = scan({"id", "received_at", "from", "to", "subject", "header:received"});
    EXPECT_EQ(rows.size() + skips_.size(), 1u) << size;
  }
}

}  // namespace
}  // namespace mailcomb::local_mail
