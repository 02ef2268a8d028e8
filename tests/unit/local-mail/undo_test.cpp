// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

class UndoTest : public MaildirTest {
 protected:
  std::string undo(const std::string& id, const sdk::Value& token) {
    return apply({{id, {"restore"}, token}}).at(0);
  }
};

TEST_F(UndoTest, leaves_the_mailbox_as_it_was) {
  make_folder(".Work");
  const std::vector<std::string> paths = {"cur/1.a:2,SF", "new/2.b", "cur/3.c", ".Work/cur/4.d:2,R",
                                          "cur/5.\xff:2,aS"};
  for (const auto& path : paths) write(path, "To: x\n\n" + path);
  const std::vector<std::string> ids = {"1.a", "2.b", "3.c", "4.d", "5.%FF"};
  const auto before = tree();
  auto mailbox = open();
  const auto creations = mailbox.prepare({"archive", "mark_read", "trash", "star"}).value();
  std::vector<plugin::Change> changes, inverse;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    changes.push_back({ids[i], {i % 2 == 0 ? "archive" : "trash", "mark_read", "star"}, {}});
    inverse.push_back({ids[i], {"restore", "mark_unread"}, restore_token(ids[i])});
  }
  EXPECT_THAT(to_lines(mailbox.apply(changes)), ::testing::Each("done"));
  EXPECT_NE(tree(), before);
  EXPECT_THAT(to_lines(mailbox.apply(inverse)), ::testing::Each("done"));
  ASSERT_TRUE(mailbox.retire(creations));
  EXPECT_EQ(tree(), before);
}

TEST_F(UndoTest, is_done_if_it_was_undone) {
  write("new/1.a");
  EXPECT_EQ(undo("1.a", restore_token("1.a")), "done");
}

TEST_F(UndoTest, finds_the_file_wherever_it_is_now) {
  make_folder(".Work");
  write("new/1.a");
  const auto token = restore_token("1.a");
  move("new/1.a", ".Work/cur/1.a:2,PRS");
  EXPECT_EQ(undo("1.a", token), "done");
  EXPECT_TRUE(exists("new/1.a"));
}

TEST_F(UndoTest, finds_the_file_under_another_base) {
  write("new/1.a");
  const auto token = restore_token("1.a");
  move("new/1.a", "cur/7.x:2,S");
  EXPECT_EQ(undo("1.a", token), "done");
  EXPECT_TRUE(exists("new/1.a"));
}

TEST_F(UndoTest, makes_a_folder_that_is_gone) {
  make_folder(".Work");
  write(".Work/cur/1.a:2,S");
  const auto token = restore_token("1.a");
  move(".Work/cur/1.a:2,S", "cur/1.a:2,S");
  fs::remove_all(root_ / ".Work");
  EXPECT_EQ(undo("1.a", token), "done");
  EXPECT_TRUE(exists(".Work/cur/1.a:2,S"));
}

TEST_F(UndoTest, touches_no_other_file_of_that_name) {
  write("cur/1.a:2,S");
  const auto token = restore_token("1.a");
  fs::copy(root_ / "cur/1.a:2,S", root_ / "new/1.a");
  fs::remove(root_ / "cur/1.a:2,S");
  EXPECT_EQ(undo("1.a", token), "failed: 'new/1.a' is another file than the one that was moved");
  EXPECT_TRUE(exists("new/1.a"));
}

TEST_F(UndoTest, never_replaces_a_file) {
  write("cur/1.a:2,S");
  const auto token = restore_token("1.a");
  EXPECT_EQ(apply_one("1.a", "mark_unread"), "done");
  fs::create_directories(root_ / "cur/1.a:2,S");
  EXPECT_EQ(undo("1.a", token), "failed: a file of that name is already there: 'cur/1.a:2,S'");
  EXPECT_TRUE(exists("cur/1.a:2,"));
}

TEST_F(UndoTest, tells_what_is_gone) {
  write("cur/1.a:2,S");
  const auto token = restore_token("1.a");
  fs::remove(root_ / "cur/1.a:2,S");
  EXPECT_EQ(undo("1.a", token), "gone");
}

TEST_F(UndoTest, refuses_tokens_that_lead_elsewhere) {
  write("cur/1.a:2,S");
  const std::string refusal = "failed: the restore token is none that a Maildir gave";
  EXPECT_EQ(undo("1.a", sdk::Value()), refusal);
  EXPECT_EQ(undo("1.a", sdk::Value::map({{"path", "cur/1.a"}})), refusal);
  auto token = restore_token("1.a");
  for (const char* path : {"../cur/1.a", "tmp/1.a", "/etc/passwd", ""}) {
    token.set("path", path);
    EXPECT_EQ(undo("1.a", token), refusal) << path;
  }
  EXPECT_TRUE(exists("cur/1.a:2,S"));
}

}  // namespace
}  // namespace mailcomb::local_mail
