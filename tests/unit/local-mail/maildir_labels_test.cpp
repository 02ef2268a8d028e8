// SPDX-License-Identifier: Apache-2.0
// A Maildir that was converted from an export of Gmail.
#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

class MaildirLabelsTest : public MaildirTest {
 protected:
  MaildirLabelsTest() {
    make_folder(".Club");
    write("cur/1.a:2,F", "X-Gmail-Labels: Inbox,Unread,Category Promotions,Work,Important\n\n");
    write("cur/2.b:2,S", "X-Gmail-Labels: Trash,Starred\n\n");
    write("cur/3.c:2,S", "Subject: came later\n\n");
    write(".Club/cur/4.d:2,S", "X-Gmail-Labels: Inbox,Home\n\n");
  }

  plugin::Mailbox open_with(const std::string& labels) {
    return plugin::Mailbox::open(component(),
                                 sdk::Value::map({{"path", root_.string()}, {"labels", labels}}))
        .value();
  }
};

TEST_F(MaildirLabelsTest, has_labels_and_categories_but_its_own_places_and_flags) {
  auto mailbox = open_with("headers");
  auto scan = mailbox.open_scan({"id", "location", "flags", "labels", "category"}).value();
  EXPECT_THAT(
      to_lines(*scan.next(10).value()),
      ElementsAre("1.a | inbox | 19 | [Work] | promotions", "2.b | inbox | 0 | [] | primary",
                  "3.c | inbox | 0 | [] | -", "4.d | other | 0 | [Home, Club] | primary"));
}

TEST_F(MaildirLabelsTest, knows_what_is_important_whatever_else_is_asked_for) {
  auto mailbox = open_with("headers");
  EXPECT_THAT(to_lines(mailbox.observe({"1.a", "2.b"}, {"flags"}).value().batch),
              ElementsAre("1.a | 19", "2.b | 0"));
}

TEST_F(MaildirLabelsTest, has_none_unless_it_is_asked_to) {
  EXPECT_THAT(open_with("headers").description().columns, Contains("category"));
  EXPECT_THAT(open_with("none").description().columns, Not(Contains("category")));
  EXPECT_THAT(open().description().columns, Not(Contains("labels")));
  EXPECT_THAT(scan({"id", "flags"}), ElementsAre("1.a | 3", "2.b | 0", "3.c | 0", "4.d | 0"));
}

}  // namespace
}  // namespace mailcomb::local_mail
