// SPDX-License-Identifier: Apache-2.0
// An mbox as Google Takeout exports one.
#include "mbox_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

using MboxGmailTest = MboxTest;

std::string message(const std::string& id, const std::string& headers) {
  return "From 1@xxx Thu Aug 22 12:36:23 +0000 2002\nX-GM-THRID: 7\n" + headers + "Message-ID: <" +
         id + ">\nStatus: RO\n\nbody\n\n";
}

TEST_F(MboxGmailTest, has_places_flags_labels_and_categories_by_its_labels) {
  write(message("1", "X-Gmail-Labels: Inbox,Category Promotions,Unread\n") +
        message("2", "X-Gmail-Labels: =?UTF-8?Q?Archived,Starred,B=C3=BCro?=\n") +
        message("3", "X-Gmail-Labels: Sent,Important\n") + message("4", ""));
  EXPECT_THAT(scan({"id", "location", "folder", "flags", "labels", "category"}),
              ElementsAre("1 | inbox | INBOX | 1 | [] | promotions",
                          "2 | archive | Archive | 2 | [Büro] | primary",
                          "3 | sent | Sent | 16 | [] | primary", "4 | other | Other | 0 | [] | -"));
}

TEST_F(MboxGmailTest, is_known_by_its_first_message_or_by_configuration) {
  const std::string labelled = message("1", "X-Gmail-Labels: Inbox,Unread\n");
  const std::string plain = std::string(kFrom) + "Message-ID: <p>\n\n";
  const auto columns = [&] { return open().description().columns; };
  write(labelled + plain);
  EXPECT_THAT(columns(), Contains("labels"));
  write(plain + labelled);
  EXPECT_THAT(columns(), Not(Contains("labels")));
  EXPECT_THAT(columns(), Not(Contains("category")));
  labels_ = "headers";
  EXPECT_THAT(columns(), Contains("category"));
  EXPECT_THAT(scan({"id", "flags"}), ElementsAre("p | 0", "1 | 1"));
  labels_ = "none";
  write(labelled);
  EXPECT_THAT(columns(), Not(Contains("labels")));
  EXPECT_THAT(scan({"id", "flags", "location"}), ElementsAre("1 | 0 | inbox"));
}

TEST_F(MboxGmailTest, says_what_to_do_instead_of_changing_it) {
  write(message("1", ""));
  EXPECT_EQ(open().description().notes.at("read_only"),
            "an export of Gmail is a copy: what happens to it does not happen there");
}

}  // namespace
}  // namespace mailcomb::local_mail
