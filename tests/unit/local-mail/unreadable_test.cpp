// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "maildir_fixture.hpp"
#include "support/unprivileged.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

class UnreadableTest : public MaildirTest {
 protected:
  UnreadableTest() {
    for (const char* folder : {".Closed", ".Shut"}) make_folder(folder);
    write("cur/1.open");
    write("cur/2.closed");
    write(".Closed/cur/3.a");
    write(".Shut/cur/4.b");
    fs::permissions(root_ / "cur/2.closed", fs::perms(0));
    fs::permissions(root_ / ".Closed", fs::perms(0));
    fs::permissions(root_ / ".Shut/cur", fs::perms(0));
  }
  ~UnreadableTest() override {
    fs::permissions(root_ / ".Closed", fs::perms(0700));
    fs::permissions(root_ / ".Shut/cur", fs::perms(0700));
  }
};

TEST_F(UnreadableTest, is_reported_and_the_scan_goes_on) {
  EXPECT_EQ(testing::as_nobody([&] {
              const auto rows = scan({"id", "subject"});
              return joined(rows) + joined(skips_);
            }),
            "1.open | hello\n"
            ".Closed: cannot be read: Permission denied\n"
            ".Shut/cur: cannot be read: Permission denied\n"
            "cur/2.closed: cannot be read: Permission denied\n");
}

TEST_F(UnreadableTest, is_not_taken_for_gone) {
  EXPECT_EQ(testing::as_nobody([&] {
              const auto rows = observe({"1.open", "3.a"}, {"id"});
              return joined(rows) + joined(skips_);
            }),
            "1.open\n3.a: may lie in '.Closed', which cannot be read: Permission denied\n");
  EXPECT_EQ(testing::as_nobody([&] { return apply_one("3.a", "trash"); }),
            "failed: may lie in '.Closed', which cannot be read: Permission denied");
}

TEST_F(UnreadableTest, fails_in_words_if_it_may_not_be_changed) {
  EXPECT_EQ(testing::as_nobody([&] { return apply_one("1.open", "star"); }),
            "failed: cannot be moved to 'cur/1.open:2,F': Permission denied");
  EXPECT_EQ(testing::as_nobody([&] { return apply_one("1.open", "trash"); }),
            "failed: cannot be moved to '.Trash/cur/1.open': Permission denied");
}

}  // namespace
}  // namespace mailcomb::local_mail
