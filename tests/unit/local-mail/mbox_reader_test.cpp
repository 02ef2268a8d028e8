// SPDX-License-Identifier: Apache-2.0
// Where messages of an mbox begin and end, in all the ways that there are to write one.
#include "mbox_fixture.hpp"

#include "mbox/message_reader.hpp"
#include "mbox/separator.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using MboxReaderTest = MboxTest;

std::string message(const std::string& id, const std::string& body) {
  return kFrom + ("Message-ID: <" + id + ">\n\n") + body;
}

TEST(Separator, is_from_and_a_date) {
  for (const char* line :
       {"From a@b Thu Aug 22 12:36:23 2002", "From a@b Thu Aug 22 12:36:23 2002\r\n",
        "From 1234567890123456789@xxx Thu Aug 22 12:36:23 +0000 2002",
        "From - Thu Aug 22 12:36:23 2002", "From \"a b\"@c Thu Aug  2 12:36 2002",
        "From a@b  Thu Aug 22 12:36:23 CEST 2002",
        "From a!b Thu Aug 22 12:36:23 2002 remote from c"})
    EXPECT_TRUE(is_separator(line)) << line;
  for (const char* line :
       {"", "From", "From ", "From: a@b", "From what I know", ">From a@b Thu Aug 22 12:36:23 2002",
        "from a@b Thu Aug 22 12:36:23 2002", "From a@b Thu Aug 42 12:36:23 2002",
        "From a@b Thu Aug 22 2002"})
    EXPECT_FALSE(is_separator(line)) << line;
  EXPECT_FALSE(is_separator("From " + std::string(1000, 'a') + " Thu Aug 22 12:36:23 2002"));
}

TEST_F(MboxReaderTest, splits_at_separators_behind_an_empty_line) {
  EXPECT_THAT(scan_of(message("1", "body\n\n") + message("2", "\n") + message("3", "body\n"),
                      {"id", "size_bytes"}),
              ElementsAre("1 | 22", "2 | 17", "3 | 22"));
}

TEST_F(MboxReaderTest, splits_lines_that_end_in_crlf) {
  std::string crlf;
  for (const char c : message("1", "body\n\n") + message("2", "body\n\n"))
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_THAT(scan_of(crlf, {"id", "size_bytes"}), ElementsAre("1 | 25", "2 | 25"));
}

TEST_F(MboxReaderTest, does_without_a_body_and_without_the_last_line_end) {
  EXPECT_THAT(scan_of(message("1", "") + message("2", "body"), {"id", "size_bytes"}),
              ElementsAre("1 | 17", "2 | 21"));
}

TEST_F(MboxReaderTest, does_not_split_at_lines_that_only_look_so) {
  const std::string body =
      "From here on\n>From a@b Thu Aug 22 12:36:23 2002\n\n>From x\n\nFrom there\n"
      "a\nFrom a@b Thu Aug 22 12:36:23 2002\n\n >From \n\n";
  EXPECT_THAT(scan_of(message("1", body) + message("2", ""), {"id"}), ElementsAre("1", "2"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(MboxReaderTest, believes_a_content_length_that_leads_to_a_separator) {
  const std::string body = "text\n\nFrom a@b Thu Aug 22 12:36:23 2002\nX: not a header\n";
  const auto with = [&](std::size_t length, const std::string& end) {
    return scan_of(kFrom + ("Message-ID: <1>\nContent-Length: " + std::to_string(length)) + "\n\n" +
                       body + end,
                   {"id"});
  };
  for (const std::string end : {"", "\n"}) {
    EXPECT_THAT(with(body.size(), end + message("2", "")), ElementsAre("1", "2")) << end;
    EXPECT_THAT(with(body.size(), end), ElementsAre("1")) << end;
  }
  EXPECT_THAT(with(body.size() + 1, "\n" + message("2", "")), ElementsAre("1", "2"));
}

TEST_F(MboxReaderTest, does_not_believe_other_content_lengths) {
  for (const char* length : {"0", "3", "1000000", "-1", "18446744073709551615", "x", ""})
    EXPECT_THAT(scan_of(kFrom + (std::string("Message-ID: <1>\nContent-Length: ") + length) +
                            "\n\nbody\n\n" + message("2", "body\n\n") + message("3", ""),
                        {"id"}),
                ElementsAre("1", "2", "3"))
        << length;
}

TEST_F(MboxReaderTest, names_what_may_be_two_messages) {
  EXPECT_THAT(
      scan_of(message("1", "body\n\nFrom ann yesterday\nSubject: x\n\nbody\n\n") + message("2", ""),
              {"id"}),
      ElementsAre("2"));
  EXPECT_THAT(skips_, ElementsAre("message at byte 0: may be two messages: its line 'From ann "
                                  "yesterday' has headers behind it, but no date"));
}

TEST_F(MboxReaderTest, names_what_is_cut_off) {
  EXPECT_THAT(scan_of(message("1", "body\n\n") + kFrom + "Message-ID: <2>\nSubj", {"id"}),
              ElementsAre("1"));
  EXPECT_THAT(skips_, ElementsAre("message at byte 67: is cut off: the file ends within its "
                                  "headers"));
  EXPECT_THAT(scan_of(message("1", "body\n\nFrom ann@b.exa"), {"id"}), IsEmpty());
  EXPECT_THAT(skips_, ElementsAre("message at byte 0: may be two messages: the file ends within "
                                  "its line 'From ann@b.exa'"));
}

TEST_F(MboxReaderTest, names_what_has_no_headers) {
  EXPECT_THAT(scan_of(kFrom + std::string("\nno headers\n\n") + message("2", ""), {"id"}),
              ElementsAre("2"));
  EXPECT_THAT(skips_, ElementsAre("message at byte 0: is not a message: what follows its 'From ' "
                                  "line is no header field"));
}

TEST_F(MboxReaderTest, takes_nuls_and_other_bytes) {
  const std::string body("a\0b\n\n\0From \xff\n\0", 14);
  EXPECT_THAT(scan_of(message("1", body + "\n\n") + message(std::string("\0\xff", 2), ""), {"id"}),
              ElementsAre("1", "%00%FF"));
}

TEST_F(MboxReaderTest, splits_wherever_a_block_of_the_file_ends) {
  constexpr std::size_t kBlock = FileWindow::kBlockBytes;
  for (std::size_t size = kBlock - 160; size < kBlock + 20; ++size) {
    const auto lines =
        scan_of(message("1", std::string(size - 60, 'x') + "\n\n") + message("2", "x\n"),
                {"id", "size_bytes"});
    ASSERT_THAT(lines, ElementsAre("1 | " + std::to_string(size - 60 + 18), "2 | 19")) << size;
  }
}

TEST_F(MboxReaderTest, keeps_headers_of_messages_of_many_blocks) {
  const std::string body(3 * FileWindow::kBlockBytes, 'x');
  EXPECT_THAT(scan_of(message("1", body + "\n\n") + message("2", body), {"id", "size_bytes"}),
              ElementsAre("1 | 786450", "2 | 786449"));
}

TEST_F(MboxReaderTest, reads_large_headers_and_names_larger_ones) {
  const auto headers = [](std::size_t size) {
    return std::string(kFrom) + "Message-ID: <1>\nX: " + std::string(size, 'x') + "\n\n";
  };
  EXPECT_THAT(scan_of(headers(2 << 20) + message("2", ""), {"id"}), ElementsAre("1", "2"));
  EXPECT_THAT(scan_of(headers(17 << 20) + message("2", ""), {"id"}), ElementsAre("2"));
  EXPECT_THAT(skips_, ElementsAre("message at byte 0: has headers of more than 16 MiB"));
}

}  // namespace
}  // namespace mailcomb::local_mail
