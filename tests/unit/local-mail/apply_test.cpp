// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

using ApplyTest = MaildirTest;

TEST_F(ApplyTest, edits_flags) {
  write("cur/1.a:2,RS");
  EXPECT_EQ(apply_one("1.a", "star"), "done");
  EXPECT_TRUE(exists("cur/1.a:2,FRS"));
  EXPECT_EQ(apply_one("1.a", "mark_unread"), "done");
  EXPECT_TRUE(exists("cur/1.a:2,FR"));
  EXPECT_EQ(apply_one("1.a", "unstar"), "done");
  EXPECT_TRUE(exists("cur/1.a:2,R"));
  EXPECT_EQ(apply_one("1.a", "mark_read"), "done");
  EXPECT_TRUE(exists("cur/1.a:2,RS"));
}

TEST_F(ApplyTest, moves_new_mail_to_cur_only_with_flags) {
  write("new/1.a");
  write("new/2.b");
  EXPECT_THAT(apply({{"1.a", {"archive"}, {}}, {"2.b", {"mark_read", "archive"}, {}}}),
              ElementsAre("done", "done"));
  EXPECT_TRUE(exists(".Archive/new/1.a"));
  EXPECT_TRUE(exists(".Archive/cur/2.b:2,S"));
}

TEST_F(ApplyTest, makes_the_folder_that_it_needs) {
  write("cur/1.a:2,S");
  EXPECT_EQ(apply_one("1.a", "trash"), "done");
  EXPECT_THAT(tree(),
              ElementsAre(::testing::Key(".Trash/"), ::testing::Key(".Trash/cur/"),
                          ::testing::Pair(".Trash/cur/1.a:2,S", kMessage),
                          ::testing::Pair(".Trash/maildirfolder", ""),
                          ::testing::Key(".Trash/new/"), ::testing::Key(".Trash/tmp/"),
                          ::testing::Key("cur/"), ::testing::Key("new/"), ::testing::Key("tmp/")));
  EXPECT_EQ(fs::status(root_ / ".Trash/cur").permissions(), fs::perms(0700));
}

TEST_F(ApplyTest, completes_a_folder_that_lacks_new) {
  make_folder(".Archive");
  fs::remove(root_ / ".Archive/new");
  write("new/1.a");
  EXPECT_EQ(apply_one("1.a", "archive"), "done");
  EXPECT_TRUE(exists(".Archive/new/1.a"));
}

TEST_F(ApplyTest, uses_the_trash_that_is_there) {
  make_folder(".Deleted Messages");
  write("cur/1.a:2,S");
  EXPECT_EQ(apply_one("1.a", "trash"), "done");
  EXPECT_TRUE(exists(".Deleted Messages/cur/1.a:2,S"));
  EXPECT_FALSE(exists(".Trash"));
}

TEST_F(ApplyTest, moves_between_folders) {
  make_folder(".Work");
  write(".Work/cur/1.a:2,S");
  EXPECT_EQ(apply_one("1.a", "archive"), "done");
  EXPECT_EQ(apply_one("1.a", "trash"), "done");
  EXPECT_TRUE(exists(".Trash/cur/1.a:2,S"));
}

TEST_F(ApplyTest, is_done_if_there_is_nothing_to_do) {
  make_folder(".Archive.2002");
  write(".Archive.2002/cur/1.a:2,S");
  const auto before = tree();
  EXPECT_THAT(apply({{"1.a", {"archive", "mark_read", "unstar"}, {}}}), ElementsAre("done"));
  EXPECT_EQ(tree(), before);
}

TEST_F(ApplyTest, finds_the_file_under_its_present_name) {
  make_folder(".Work");
  write("cur/1.a");
  auto mailbox = open();
  move("cur/1.a", ".Work/cur/1.a:2,R");
  EXPECT_THAT(to_lines(mailbox.apply({{"1.a", {"mark_read"}, {}}})), ElementsAre("done"));
  EXPECT_TRUE(exists(".Work/cur/1.a:2,RS"));
}

TEST_F(ApplyTest, tells_what_is_gone) {
  EXPECT_EQ(apply_one("1.a", "trash"), "gone");
  EXPECT_EQ(apply_one("%", "trash"), "gone");
  EXPECT_FALSE(exists(".Trash"));
}

TEST_F(ApplyTest, never_replaces_a_file) {
  make_folder(".Trash");
  write("cur/1.a:2,S");
  fs::create_directories(root_ / ".Trash/cur/1.a:2,S");
  const auto before = tree();
  EXPECT_EQ(apply_one("1.a", "trash"),
            "failed: a file of that name is already there: '.Trash/cur/1.a:2,S'");
  EXPECT_EQ(tree(), before);
}

TEST_F(ApplyTest, touches_no_two_files_of_one_base) {
  write("cur/1.a:2,S");
  write("new/1.a");
  const auto before = tree();
  EXPECT_EQ(apply_one("1.a", "trash"),
            "failed: is the name of 2 files, 'new/1.a' and 'cur/1.a:2,S'; none is touched");
  EXPECT_EQ(tree(), before);
}

TEST_F(ApplyTest, fails_where_something_else_has_the_folders_name) {
  write("cur/1.a:2,S");
  fs::create_symlink("cur", root_ / ".Trash");
  EXPECT_EQ(apply_one("1.a", "trash"),
            "failed: cannot be moved to '.Trash/cur/1.a:2,S': Not a directory");
  EXPECT_TRUE(exists("cur/1.a:2,S"));
}

TEST_F(ApplyTest, obeys_no_action_that_it_does_not_know) {
  write("cur/1.a:2,S");
  const auto before = tree();
  EXPECT_EQ(apply_one("1.a", "label:x"), "failed: a Maildir has no action 'label:x'");
  EXPECT_EQ(apply_one("1.a", "restore"), "failed: restore needs the token of the message");
  EXPECT_THAT(apply({{"1.a", {"archive", "trash"}, {}}}),
              ElementsAre("failed: a message cannot go to two places"));
  EXPECT_EQ(tree(), before);
}

TEST_F(ApplyTest, stops_between_changes) {
  write("cur/1.a");
  write("cur/2.b");
  int asked = 0;
  auto mailbox =
      plugin::Mailbox::open(component(), sdk::Value::map({{"path", root_.string()}}), [&] {
        return ++asked > 1;
      }).value();
  EXPECT_THAT(to_lines(mailbox.apply({{"1.a", {"star"}, {}}, {"2.b", {"star"}, {}}})),
              ElementsAre("done", "untried"));
  EXPECT_TRUE(exists("cur/2.b"));
}

TEST_F(ApplyTest, moves_names_that_are_no_text) {
  write("cur/1.\xff:2,");
  EXPECT_EQ(apply_one("1.%FF", "trash"), "done");
  EXPECT_TRUE(exists(".Trash/cur/1.\xff:2,"));
}

TEST_F(ApplyTest, takes_a_hundred_at_once) {
  std::vector<plugin::Change> changes;
  for (int i = 0; i < 100; ++i) {
    write("new/" + std::to_string(i) + ".m");
    changes.push_back({std::to_string(i) + ".m", {"archive", "mark_read"}, {}});
  }
  EXPECT_THAT(apply(changes), ::testing::Each("done"));
  EXPECT_EQ(tree().size(), 3u + 5u + 100u);
}

}  // namespace
}  // namespace mailcomb::local_mail
