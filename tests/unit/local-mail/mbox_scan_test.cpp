// SPDX-License-Identifier: Apache-2.0
#include "mbox_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using MboxScanTest = MboxTest;

const std::string kOne = std::string(kFrom) + "Message-ID: <1@x>\nSubject: one\n\nbody\n";
const std::string kTwo = std::string(kFrom) + "Message-ID: <2@x>\nSubject: two\n\nbody\n";

TEST_F(MboxScanTest, gives_every_column) {
  write(std::string(kFrom) +
        "Message-ID: <1@x>\nFrom: =?utf-8?q?J=C3=B6rg?= <j@b.example>\nTo: a@b.example\n"
        "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nList-Id: one\nStatus: RO\nX-Status: AF\n\nbody\n");
  EXPECT_THAT(scan({"id", "received_at", "size_bytes", "flags", "location", "folder", "from", "to",
                    "cc", "subject", "header:list-id", "header:none", "attachments"}),
              ElementsAre("1@x | 1030019783000 | 156 | 6 | inbox | mail | [Jörg<j@b.example>] | "
                          "[<a@b.example>] | [] | Grüße | [one] | [] | 0"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(MboxScanTest, goes_through_the_file_in_order) {
  EXPECT_THAT(scan_of(kOne + "\n" + kTwo + "\n", {"id", "subject", "flags"}),
              ElementsAre("1@x | one | 1", "2@x | two | 1"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(MboxScanTest, has_no_messages_in_an_empty_file) {
  EXPECT_THAT(scan_of("", {"id"}), IsEmpty());
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(MboxScanTest, takes_the_date_from_received_then_from_the_separator) {
  const std::string received =
      std::string(kFrom) + "Received: by x; Thu, 22 Aug 2002 00:00:00 +0000\nMessage-ID: <r@x>\n\n";
  EXPECT_THAT(scan_of(received + kOne, {"id", "received_at"}),
              ElementsAre("r@x | 1029974400000", "1@x | 1030019783000"));
}

TEST_F(MboxScanTest, tells_the_place_by_the_name_of_the_file) {
  for (const auto& [name, expected] : {std::pair("Sent.mbox", "sent | Sent"),
                                       {"Trash", "trash | Trash"},
                                       {"Sent Items", "sent | Sent Items"},
                                       {"lists.mbox", "inbox | lists"}}) {
    path_ = temporary_.path() / name;
    EXPECT_THAT(scan_of(kOne, {"location", "folder", "id"}),
                ElementsAre(std::string(expected) + " | 1@x"));
  }
}

TEST_F(MboxScanTest, keeps_both_of_two_with_the_same_id) {
  EXPECT_THAT(scan_of(kOne + "\n" + kTwo + "\n" + kOne + "\n" + kOne, {"id"}),
              ElementsAre("1@x", "2@x", "1@x#2", "1@x#3"));
  const std::string literal = std::string(kFrom) + "Message-ID: <1@x#2>\n\n";
  EXPECT_THAT(scan_of(kOne + "\n" + kOne + "\n" + literal, {"id"}),
              ElementsAre("1@x", "1@x#2", "1@x#2#2"));
  EXPECT_THAT(scan_of(literal + kOne + "\n" + kOne + "\n", {"id"}),
              ElementsAre("1@x#2", "1@x", "1@x#3"));
}

TEST_F(MboxScanTest, names_messages_without_an_id_by_what_lasts_of_them) {
  const auto id_of = [&](const std::string& headers) {
    return scan_of(kFrom + headers + "\n\nbody\n", {"id"}).at(0);
  };
  const auto id = id_of("Subject: x\nDate: today");
  EXPECT_THAT(id, ::testing::MatchesRegex("sha256:[0-9a-f]+"));
  EXPECT_EQ(id_of("Subject: x\nDate: today\nStatus: RO"), id);
  EXPECT_EQ(id_of("Message-ID: <two words>\nSubject: x\nDate: today"), id);
  EXPECT_EQ(id_of("Message-ID: <" + std::string(300, 'x') + ">\nSubject: x\nDate: today"), id);
  EXPECT_NE(id_of("Subject: y\nDate: today"), id);
  EXPECT_EQ(id_of("Message-ID: bare@x"), "bare@x");
}

TEST_F(MboxScanTest, counts_attachments) {
  const std::string parts =
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\n"
      "Content-Disposition: attachment\n\n" +
      std::string(600'000, 'x') + "\n--b--\n\n";
  EXPECT_THAT(scan_of(std::string(kFrom) + parts + kOne + "\n" + kFrom + parts, {"attachments"}),
              ElementsAre("1", "0", "1"));
}

TEST_F(MboxScanTest, observes_by_id_whatever_was_scanned_before) {
  write(kOne + "\n" + kTwo + "\n" + kOne);
  auto mailbox = open();
  const auto look = [&] {
    return to_lines(mailbox.observe({"1@x#2", "none", "2@x"}, {"id", "subject"}).value().batch);
  };
  EXPECT_THAT(look(), ElementsAre("1@x#2 | one", "2@x | two"));
  EXPECT_THAT(look(), ElementsAre("1@x#2 | one", "2@x | two"));
  write(kTwo);
  EXPECT_THAT(look(), ElementsAre("2@x | two"));
}

TEST_F(MboxScanTest, reads_up_to_the_size_that_it_had) {
  write(kOne + "\n");
  auto mailbox = open();
  auto scan = mailbox.open_scan({"id"}).value();
  append(kTwo);
  EXPECT_THAT(to_lines(*scan.next(10).value()), ElementsAre("1@x"));
  EXPECT_FALSE(scan.next(10).value());
  EXPECT_THAT(to_lines(scan.skips()),
              ElementsAre("what follows byte 82: was written while the mbox was read; plan again "
                          "to see it"));
}

TEST_F(MboxScanTest, fails_if_the_file_becomes_shorter) {
  write(kOne + "\n" + kTwo);
  auto mailbox = open();
  auto scan = mailbox.open_scan({"id"}).value();
  std::filesystem::resize_file(path_, 10);
  EXPECT_EQ(to_text(scan.next(10).error()),
            "provider 'mbox': the mbox has become shorter while it was read\n"
            "  hint: try again when no other program changes it\n");
}

TEST_F(MboxScanTest, ends_when_it_is_asked_to) {
  write(kOne);
  auto mailbox = plugin::Mailbox::open(mbox_component(), sdk::Value::map({{"path", path_}}), [] {
                   return true;
                 }).value();
  auto scan = mailbox.open_scan({"id"}).value();
  EXPECT_EQ(scan.next(1).error().fault, Fault::kCancelled);
}

TEST_F(MboxScanTest, only_reads) {
  write(kOne);
  auto mailbox = open();
  EXPECT_TRUE(mailbox.description().actions.empty());
  EXPECT_EQ(mailbox.apply({}).error->message, "provider 'mbox': the mailbox is read-only");
}

}  // namespace
}  // namespace mailcomb::local_mail
