// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "maildir_fixture.hpp"
#include "support/unprivileged.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class OpenTest : public MaildirTest {
 protected:
  std::string place(const std::string& name) { return (root_.parent_path() / name).string(); }
  // With the temporary directory as TMP.
  std::string error(const std::string& path) {
    std::string text = testing::error_text(try_open(path));
    const std::string temporary = root_.parent_path().string();
    for (auto at = text.find(temporary); at != text.npos; at = text.find(temporary))
      text.replace(at, temporary.size(), "TMP");
    return text;
  }
};

TEST_F(OpenTest, describes_the_mailbox) {
  const auto mailbox = open();
  const auto& description = mailbox.description();
  EXPECT_EQ(description.account, root_.string());
  EXPECT_THAT(description.columns,
              ElementsAre("id", "received_at", "size_bytes", "flags", "location", "folder", "from",
                          "to", "cc", "subject", "header:*", "attachments", "restore"));
  EXPECT_THAT(description.actions, ElementsAre("archive", "trash", "mark_read", "mark_unread",
                                               "star", "unstar", "restore"));
  EXPECT_EQ(description.changes_per_batch, 100);
  EXPECT_EQ(description.cost_unit, "files");
  EXPECT_EQ(description.notes.at("trash"), "moved to the folder Trash; nothing empties it");
}

TEST_F(OpenTest, names_the_mailbox_by_its_canonical_path) {
  fs::create_symlink(root_, place("link"));
  EXPECT_EQ(try_open(place("link") + "/../link/").value().description().account, root_.string());
  fs::rename(root_, place("M\xff%"));
  EXPECT_EQ(try_open(place("M\xff%")).value().description().account, place("M%FF%25"));
}

TEST_F(OpenTest, fills_path_from_the_argument) {
  EXPECT_EQ(component().info.argument, "path");
  EXPECT_EQ(component().info.schema,
            "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"path\":{"
            "\"type\":\"string\",\"title\":\"the directory that holds cur, new and tmp\","
            "\"format\":\"path\"},\"labels\":{\"enum\":[\"none\",\"headers\"],"
            "\"default\":\"none\",\"title\":\"headers: labels and categories by "
            "X-Gmail-Labels, which Google Takeout writes\"}},\"required\":[\"path\"]}");
}

TEST_F(OpenTest, costs_one_unit_a_file) {
  write("cur/1.a");
  write("new/1.b");
  const auto plan = open().plan_scan({"id"}, {}).value();
  EXPECT_EQ(plan.search, static_cast<std::uint32_t>(MAILCOMB_SEARCH_NONE));
  EXPECT_EQ(plan.cost, 2);
}

TEST_F(OpenTest, refuses_an_empty_path) {
  EXPECT_EQ(error(""),
            "provider 'maildir': the path of the Maildir is empty or holds a NUL\n"
            "  hint: give a directory that holds cur, new and tmp\n");
}

TEST_F(OpenTest, refuses_a_path_that_is_not_there) {
  EXPECT_EQ(error(place("none")),
            "provider 'maildir': 'TMP/none' does not exist\n"
            "  hint: give a directory that holds cur, new and tmp\n");
}

TEST_F(OpenTest, refuses_a_file) {
  std::ofstream(place("file")) << "x";
  EXPECT_EQ(error(place("file")),
            "provider 'maildir': 'TMP/file' is not a directory\n"
            "  hint: give a directory that holds cur, new and tmp\n");
}

TEST_F(OpenTest, refuses_a_directory_that_is_no_maildir) {
  fs::create_directories(place("empty"));
  EXPECT_EQ(error(place("empty")),
            "provider 'maildir': 'TMP/empty' is not a Maildir: it has no cur, new and tmp\n"
            "  hint: give a directory that holds cur, new and tmp\n");
  fs::create_directories(place("part/new"));
  EXPECT_EQ(error(place("part")),
            "provider 'maildir': 'TMP/part' is not a Maildir: it has no cur and tmp\n"
            "  hint: give a directory that holds cur, new and tmp\n");
}

TEST_F(OpenTest, names_the_maildirs_that_it_found_instead) {
  EXPECT_EQ(error(root_.parent_path()),
            "provider 'maildir': 'TMP' is not a Maildir: it has no cur, new and tmp\n"
            "  hint: it contains Maildirs: 'TMP/Mail'\n");
  for (const char* name : {"D", "B", "C"})
    for (const char* part : {"cur", "new"}) fs::create_directories(temporary_.path() / name / part);
  EXPECT_EQ(error(root_.parent_path()),
            "provider 'maildir': 'TMP' is not a Maildir: it has no cur, new and tmp\n"
            "  hint: it contains Maildirs: 'TMP/B', 'TMP/C', 'TMP/D', …\n");
}

TEST_F(OpenTest, refuses_what_it_may_not_read) {
  for (const auto perms : {fs::perms(0), fs::perms(0600)}) {
    fs::permissions(root_, perms);
    EXPECT_EQ(testing::as_nobody([&] { return error(root_); }),
              "provider 'maildir': 'TMP/Mail' cannot be read: Permission denied\n"
              "  hint: mailcomb must run as a user who may read it\n");
  }
  fs::permissions(root_, fs::perms(0700));
}

TEST_F(OpenTest, is_locked_by_one_at_a_time) {
  auto first = open();
  auto second = open();
  ASSERT_TRUE(first.lock());
  const auto refused = second.lock();
  EXPECT_EQ(refused.error().fault, Fault::kLocked);
  EXPECT_EQ(testing::error_text(refused),
            "provider 'maildir': the mailbox '" + root_.string() +
                "' is being changed by another run\n  hint: wait until that run has ended\n");
  first.unlock();
  EXPECT_TRUE(second.lock());
  EXPECT_THAT(tree(), ::testing::SizeIs(3));
}

TEST_F(OpenTest, is_unlocked_when_it_closes) {
  { ASSERT_TRUE(open().lock()); }
  EXPECT_TRUE(open().lock());
}

}  // namespace
}  // namespace mailcomb::local_mail
