// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <filesystem>

#include "mbox_fixture.hpp"
#include "support/unprivileged.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class MboxOpenTest : public MboxTest {
 protected:
  std::string error_of(const std::string& path) {
    const auto opened = try_open(path);
    std::string text = opened ? "none" : to_text(opened.error());
    const std::string folder = fs::path(path_).parent_path().string() + "/";
    for (auto at = text.find(folder); at != text.npos; at = text.find(folder))
      text.erase(at, folder.size());
    return text;
  }
  std::string error_of_content(std::string_view bytes) {
    write(bytes);
    return error_of(path_);
  }
};

TEST_F(MboxOpenTest, describes_the_mailbox) {
  write(kFrom);
  const auto mailbox = open();
  const auto& description = mailbox.description();
  EXPECT_EQ(description.account, path_);
  EXPECT_THAT(description.columns,
              ElementsAre("id", "received_at", "size_bytes", "flags", "location", "folder", "from",
                          "to", "cc", "subject", "header:*", "attachments"));
  EXPECT_EQ(description.cost_unit, "MiB");
  EXPECT_EQ(mailbox.has_lock(), false);
}

TEST_F(MboxOpenTest, says_what_is_wrong_with_a_path) {
  EXPECT_EQ(error_of(path_),
            "provider 'mbox': 'mail.mbox' does not exist\n"
            "  hint: give a file of messages that each begin with a 'From ' line\n");
  fs::create_directories(temporary_.path() / "Maildir/cur");
  EXPECT_EQ(error_of((temporary_.path() / "Maildir").string()),
            "provider 'mbox': 'Maildir' is a directory, not an mbox\n"
            "  hint: it is a Maildir: use maildir:Maildir\n");
  fs::create_directories(temporary_.path() / "Mail");
  const auto folder = (temporary_.path() / "Mail").string();
  EXPECT_EQ(error_of(folder),
            "provider 'mbox': 'Mail' is a directory, not an mbox\n"
            "  hint: give a file of messages that each begin with a 'From ' line\n");
  std::ofstream(folder + "/All mail.mbox");
  EXPECT_EQ(error_of(folder),
            "provider 'mbox': 'Mail' is a directory, not an mbox\n"
            "  hint: it contains 'Mail/All mail.mbox'\n");
  fs::create_directories(temporary_.path() / "Takeout");
  fs::rename(folder, temporary_.path() / "Takeout/Mail");
  EXPECT_EQ(error_of((temporary_.path() / "Takeout").string()),
            "provider 'mbox': 'Takeout' is a directory, not an mbox\n"
            "  hint: it contains 'Takeout/Mail/All mail.mbox'\n");
  fs::rename(temporary_.path() / "Takeout/Mail", folder);
  ASSERT_EQ(::mkfifo((folder + "/pipe").c_str(), 0600), 0);
  EXPECT_EQ(error_of(folder + "/pipe"),
            "provider 'mbox': 'Mail/pipe' is not a regular file\n"
            "  hint: give a file of messages that each begin with a 'From ' line\n");
}

TEST_F(MboxOpenTest, says_what_is_wrong_with_the_content) {
  EXPECT_EQ(error_of_content("Subject: x\n\nbody\n"),
            "provider 'mbox': 'mail.mbox' is not an mbox: it does not begin with a 'From ' line\n"
            "  hint: it looks like a single message; an mbox has a line 'From SENDER DATE' before "
            "each\n");
  EXPECT_EQ(
      error_of_content("PK\x03\x04 zip"),
      "provider 'mbox': 'mail.mbox' is not an mbox: it does not begin with a 'From ' line\n"
      "  hint: it is an archive: unpack it; in a Google Takeout the mail is Takeout/Mail/*.mbox\n");
  EXPECT_EQ(
      error_of_content("From here on\n"),
      "provider 'mbox': 'mail.mbox' is not an mbox: it does not begin with a 'From ' line\n"
      "  hint: the first line must be 'From SENDER DATE', such as 'From ann@example.org Thu Aug "
      "22 12:36:23 2002'; is 'mail.mbox' the right file?\n");
  EXPECT_EQ(
      error_of_content(std::string(5000, '\0')),
      "provider 'mbox': 'mail.mbox' is not an mbox: it does not begin with a 'From ' line\n"
      "  hint: the first line must be 'From SENDER DATE', such as 'From ann@example.org Thu Aug "
      "22 12:36:23 2002'; is 'mail.mbox' the right file?\n");
  EXPECT_EQ(
      error_of_content("\n"),
      "provider 'mbox': 'mail.mbox' is not an mbox: it does not begin with a 'From ' line\n"
      "  hint: the first line must be 'From SENDER DATE', such as 'From ann@example.org Thu Aug "
      "22 12:36:23 2002'; is 'mail.mbox' the right file?\n");
}

TEST_F(MboxOpenTest, says_that_it_may_not_read) {
  write(kFrom);
  fs::permissions(path_, fs::perms::none);
  fs::permissions(temporary_.path(), fs::perms(0755));
  EXPECT_EQ(testing::as_nobody([&] { return error_of(path_); }),
            "provider 'mbox': 'mail.mbox' cannot be read: Permission denied\n"
            "  hint: mailcomb must run as a user who may read it\n");
}

}  // namespace
}  // namespace mailcomb::local_mail
