// SPDX-License-Identifier: Apache-2.0
#include "mail/attachment_counter.hpp"

#include <gtest/gtest.h>

namespace mailcomb::local_mail {
namespace {

using Count = std::optional<std::int64_t>;

Count count(std::string_view message, std::size_t piece_size) {
  HeaderBlock headers;
  headers.parse(message);
  AttachmentCounter counter;
  counter.begin(headers);
  for (auto rest = message.substr(headers.size()); counter.wants_more() && !rest.empty();
       rest.remove_prefix(std::min(piece_size, rest.size())))
    counter.add(rest.substr(0, piece_size));
  return counter.finish();
}

// However the message is cut into pieces, the answer is the same.
Count count(std::string_view message) {
  const auto whole = count(message, message.size() + 1);
  for (const std::size_t size : {1u, 2u, 3u, 7u, 64u}) EXPECT_EQ(count(message, size), whole);
  return whole;
}

Count count_part(const std::string& headers) {
  return count("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + headers +
               "\n\ncontent\n--b--\n");
}

TEST(AttachmentCounter, needs_no_body_of_most_messages) {
  HeaderBlock headers;
  headers.parse("Subject: x\n\n");
  AttachmentCounter counter;
  counter.begin(headers);
  EXPECT_FALSE(counter.wants_more());
  EXPECT_EQ(counter.finish(), 0);
}

TEST(AttachmentCounter, counts_a_message_that_is_one) {
  EXPECT_EQ(count("Content-Type: application/pdf; name=a.pdf\n\nx"), 1);
  EXPECT_EQ(count("Content-Disposition: attachment\n\nx"), 1);
  EXPECT_EQ(count("Content-Type: application/pdf\n\nx"), 0);
}

TEST(AttachmentCounter, heeds_the_disposition) {
  EXPECT_EQ(count_part("Content-Disposition: attachment"), 1);
  EXPECT_EQ(count_part("content-type: text/plain\nCONTENT-DISPOSITION: Attachment; filename=a"), 1);
  EXPECT_EQ(count_part("Content-Disposition: inline"), 0);
  EXPECT_EQ(count_part("Content-Disposition: x-unheard-of"), 1);
}

TEST(AttachmentCounter, asks_for_name_and_type_without_a_disposition) {
  EXPECT_EQ(count_part("Content-Type: application/pdf; name=a.pdf"), 1);
  EXPECT_EQ(count_part("Content-Type: image/png; name*0=a; name*1=b"), 1);
  EXPECT_EQ(count_part("Content-Type: application/pdf"), 0);
  EXPECT_EQ(count_part("Content-Type: text/plain; name=a.txt"), 0);
  EXPECT_EQ(count_part("Content-Type: message/rfc822"), 0);
  EXPECT_EQ(count_part(""), 0);
}

TEST(AttachmentCounter, takes_inline_at_its_word_for_text_and_images_only) {
  const std::string inline_file = "\nContent-Disposition: inline; filename=a";
  EXPECT_EQ(count_part("Content-Type: image/png" + inline_file), 0);
  EXPECT_EQ(count_part("Content-Type: text/html" + inline_file), 0);
  EXPECT_EQ(count_part("Content-Type: application/pdf" + inline_file), 1);
}

TEST(AttachmentCounter, counts_no_signature) {
  EXPECT_EQ(count_part("Content-Type: application/pgp-signature; name=signature.asc"), 0);
  EXPECT_EQ(count_part("Content-Type: application/pkcs7-signature; name=smime.p7s\n"
                       "Content-Disposition: attachment; filename=smime.p7s"),
            0);
}

constexpr const char* kNested =
    "Content-Type: multipart/mixed; boundary=\"b\"\n\npreamble\n--b\n"
    "Content-Type: multipart/alternative;\n boundary=b1\n\n"
    "--b1\n\ntext\n--b1\nContent-Disposition: attachment\n\nx\n--b1--\nepilogue\n"
    "--b\nContent-Type: application/zip; name=z\n\nzip\n--b--\n--b\n"
    "Content-Disposition: attachment\n\nnot a part: the multipart is closed\n";

TEST(AttachmentCounter, follows_parts_in_parts) {
  EXPECT_EQ(count(kNested), 2);
  std::string crlf;
  for (const char c : std::string(kNested))
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(count(crlf), 2);
}

TEST(AttachmentCounter, looks_into_no_message_within) {
  EXPECT_EQ(count("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n"
                  "Content-Disposition: attachment\n\nContent-Type: multipart/mixed; boundary=c\n\n"
                  "--c\nContent-Disposition: attachment\n\nx\n--c--\n--b--\n"),
            1);
}

TEST(AttachmentCounter, ends_what_is_open_further_in) {
  EXPECT_EQ(count("Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                  "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nnever closed\n"
                  "--b  \nContent-Disposition: attachment\n--b--\n"),
            1);
}

TEST(AttachmentCounter, counts_what_a_message_that_is_cut_off_still_has) {
  EXPECT_EQ(count("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\n"
                  "Content-Disposition: attachm"),
            1);
}

TEST(AttachmentCounter, cannot_tell_what_it_cannot_follow) {
  EXPECT_EQ(count("Content-Type: multipart/mixed\n\n--b\n\nx\n--b--\n"), Count());
  EXPECT_EQ(count("Content-Type: multipart/mixed; boundary=b\n\nno part\n"), Count());
  std::string headers;
  while (headers.size() <= AttachmentCounter::kPartHeadersMaxBytes) headers += "X: y\n";
  EXPECT_EQ(count_part(headers + "X: y"), Count());
  EXPECT_EQ(count_part("X: " + std::string(100'000, 'x')), 0);
}

TEST(AttachmentCounter, tells_what_it_found_before_it_lost_the_thread) {
  EXPECT_EQ(count("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: "
                  "attachment\n\nx\n--b\nContent-Type: multipart/mixed\n\n--b--\n"),
            1);
}

// Multiparts within each other, and in the innermost one a text.
std::string nested(std::size_t depth) {
  const auto boundary = [](std::size_t level) { return "b" + std::to_string(level); };
  std::string text = "Content-Type: multipart/mixed; boundary=b1\n\n";
  for (std::size_t level = 1; level < depth; ++level)
    text += "--" + boundary(level) +
            "\nContent-Type: multipart/mixed; boundary=" + boundary(level + 1) + "\n\n";
  return text + "--" + boundary(depth) + "\n\nx\n";
}

TEST(AttachmentCounter, goes_no_deeper_than_it_says) {
  EXPECT_EQ(count(nested(AttachmentCounter::kDepthMax)), 0);
  EXPECT_EQ(count(nested(AttachmentCounter::kDepthMax + 1)), Count());
  EXPECT_EQ(count(nested(100'000), 1 << 20), Count());
}

TEST(AttachmentCounter, reads_so_much_and_no_more) {
  HeaderBlock headers;
  headers.parse("Content-Type: multipart/mixed; boundary=b\n\n");
  AttachmentCounter counter;
  counter.begin(headers);
  counter.add("--b\n\n");
  const std::string piece(1 << 20, 'x');
  std::size_t pieces = 0;
  for (; counter.wants_more() && pieces < 100; ++pieces) counter.add(piece);
  EXPECT_EQ(pieces, 64u);
  EXPECT_EQ(counter.finish(), Count());
}

TEST(AttachmentCounter, survives_every_cut_and_every_other_byte) {
  const std::string message = kNested;
  for (std::size_t at = 0; at < message.size(); ++at) {
    for (const char byte : {'\0', '\n', '-', '"', '\xff'}) {
      std::string damaged = message;
      damaged[at] = byte;
      EXPECT_LE(count(damaged).value_or(0), 3);
    }
    EXPECT_LE(count(message.substr(0, at)).value_or(0), 2);
  }
}

}  // namespace
}  // namespace mailcomb::local_mail
