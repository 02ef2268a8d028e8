// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;
using sdk::Value;

class FolderMakingTest : public MaildirTest {
 protected:
  Value prepare(const std::vector<std::string>& actions) { return open().prepare(actions).value(); }
  std::string retire(const char* folder) {
    return testing::error_text(open().retire(Value::map({{"folders", Value::list({folder})}})));
  }
};

TEST_F(FolderMakingTest, is_announced) {
  EXPECT_EQ(prepare({"trash", "archive", "mark_read", "trash"}),
            Value::map({{"folders", Value::list({".Archive", ".Trash"})}}));
  EXPECT_EQ(prepare({"mark_read", "restore"}), Value());
  EXPECT_EQ(tree().size(), 3u);
}

TEST_F(FolderMakingTest, is_not_announced_for_a_folder_that_is_there) {
  make_folder(".archive");
  make_folder(".Deleted Items");
  EXPECT_EQ(prepare({"archive", "trash"}), Value());
}

TEST_F(FolderMakingTest, is_taken_back_if_nobody_used_it) {
  const auto before = tree();
  make_folder(".Archive");
  EXPECT_EQ(retire(".Archive"), "no error");
  EXPECT_EQ(tree(), before);
  EXPECT_EQ(retire(".Archive"), "no error");
}

TEST_F(FolderMakingTest, is_not_taken_back_if_something_is_in_it) {
  for (const char* path : {".Archive/cur/1.a:2,S", ".Archive/new/1.a", ".Archive/tmp/1.a",
                           ".Archive/cur/.hidden", ".Archive/dovecot.index"}) {
    make_folder(".Archive");
    write(path);
    const auto before = tree();
    EXPECT_EQ(retire(".Archive"), "no error");
    EXPECT_EQ(tree(), before) << path;
    fs::remove_all(root_ / ".Archive");
  }
  make_folder(".Archive");
  write(".Archive/maildirfolder", "somebody's");
  const auto before = tree();
  EXPECT_EQ(retire(".Archive"), "no error");
  EXPECT_EQ(tree(), before);
}

TEST_F(FolderMakingTest, is_not_taken_back_outside_the_mailbox) {
  fs::create_directories(temporary_.path() / "Other/cur");
  for (const char* folder : {"../Other", "..", ".", "", ".x/y", "cur"})
    EXPECT_EQ(retire(folder), "provider 'maildir': the folder '" + std::string(folder) +
                                  "' that the run made stays: Invalid argument\n"
                                  "  hint: it harms nobody; remove it by hand if it is empty\n");
  EXPECT_TRUE(fs::exists(temporary_.path() / "Other/cur"));
  EXPECT_EQ(tree().size(), 3u);
}

TEST_F(FolderMakingTest, does_not_follow_links_back) {
  make_folder(".Work");
  fs::create_symlink(".Work", root_ / ".Archive");
  EXPECT_EQ(retire(".Archive"),
            "provider 'maildir': the folder '.Archive' that the run made stays: Not a directory\n"
            "  hint: it harms nobody; remove it by hand if it is empty\n");
  EXPECT_TRUE(exists(".Work/cur"));
}

}  // namespace
}  // namespace mailcomb::local_mail
