// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kFull =
    "Received: from x; Thu, 22 Aug 2002 12:36:23 +0100\n"
    "From: =?utf-8?q?J=C3=B6rg?= <j@b.example>\n"
    "To: a@b.example,\n c@d.example\nTo: e@f.example\nCc: \"Lee, Ann\" <g@h.example>\n"
    "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n and more\n"
    "List-Id: one\nLIST-ID : two\n three\nX-Raw: =?utf-8?q?a?= \xff\n\nbody\n";

using ScanTest = MaildirTest;

TEST_F(ScanTest, gives_every_column) {
  write("cur/1.a:2,FS", kFull);
  EXPECT_THAT(scan({"id", "received_at", "flags", "location", "folder", "from", "to", "cc",
                    "subject", "header:list-id", "header:x-raw", "header:none"}),
              ElementsAre("1.a | 1030016183000 | 2 | inbox | INBOX | [Jörg<j@b.example>] | "
                          "[<a@b.example>, <c@d.example>, <e@f.example>] | "
                          "[Lee, Ann<g@h.example>] | Grüße and more | [one, two three] | "
                          "[=?utf-8?q?a?= \xef\xbf\xbd] | []"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(ScanTest, gives_the_size_from_name_or_file) {
  write("cur/1.a,S=4711");
  write("cur/1.b");
  EXPECT_THAT(scan({"id", "size_bytes"}), ElementsAre("1.a,S=4711 | 4711", "1.b | 39"));
}

TEST_F(ScanTest, counts_attachments_of_any_size) {
  const std::string start = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n";
  const std::string file = "\n--b\nContent-Disposition: attachment\n\nx\n--b--\n";
  write("cur/1.a", start + "text" + file);
  write("cur/2.b", start + std::string(500'000, 'x') + file + file);
  write("cur/3.c", "To: a\n\n" + file);
  write("cur/4.d", "Content-Type: multipart/mixed\n\n" + file);
  EXPECT_THAT(scan({"id", "attachments", "subject"}),
              ElementsAre("1.a | 1 | ", "2.b | 1 | ", "3.c | 0 | ", "4.d | - | "));
}

TEST_F(ScanTest, falls_back_on_the_name_for_the_date) {
  write("cur/1038700800.a");
  write("cur/1.b");
  write("cur/1038700801.c", "From x Thu Jan  1 00:00:01 1970\nTo: a\n\n");
  EXPECT_THAT(scan({"id", "received_at"}),
              ElementsAre("1.b | -", "1038700800.a | 1038700800000", "1038700801.c | 1000"));
}

TEST_F(ScanTest, goes_through_cur_and_new_of_all_folders_in_order) {
  for (const char* folder : {".Work", ".Archive", ".Trash.Old"}) make_folder(folder);
  fs::create_directories(root_ / ".notafolder");
  fs::create_directories(root_ / "Work" / "cur");
  write("cur/2.b");
  write("new/1.a");
  write("cur/3.c:2,S");
  write("tmp/4.d");
  write(".Work/new/1.w");
  write(".Archive/cur/1.x:2,S");
  write(".Trash.Old/cur/1.t:2,RD");
  EXPECT_THAT(scan({"id", "flags", "location", "folder"}),
              ElementsAre("1.a | 1 | inbox | INBOX", "2.b | 1 | inbox | INBOX",
                          "3.c | 0 | inbox | INBOX", "1.x | 0 | archive | Archive",
                          "1.t | 13 | trash | Trash.Old", "1.w | 1 | other | Work"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(ScanTest, passes_over_hidden_files) {
  write("cur/.nfs001");
  EXPECT_THAT(scan({"id"}), IsEmpty());
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(ScanTest, does_without_new) {
  write("cur/1.a");
  fs::remove(root_ / "new");
  EXPECT_THAT(scan({"id"}), ElementsAre("1.a"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(ScanTest, opens_no_file_for_what_names_tell) {
  write("cur/1.empty:2,S", "");
  EXPECT_THAT(scan({"id", "flags", "location", "folder"}),
              ElementsAre("1.empty | 0 | inbox | INBOX"));
}

TEST_F(ScanTest, encodes_names_that_are_no_text) {
  make_folder(".W\xfc");
  write(".W\xfc/cur/1.\xff%:2,S");
  EXPECT_THAT(scan({"id", "folder", "subject"}), ElementsAre("1.%FF%25 | W%FC | hello"));
}

TEST_F(ScanTest, keeps_files_without_a_usual_name) {
  write("cur/:2,S");
  write("cur/message.eml");
  EXPECT_THAT(scan({"id"}), ElementsAre(":2,S", "message.eml"));
}

TEST_F(ScanTest, reports_two_files_of_one_base) {
  make_folder(".Work");
  write("new/1.a");
  write("cur/1.a:2,S");
  write(".Work/cur/1.a:2,F");
  write("cur/2.b:2,");
  write(".Work/new/2.b");
  write("cur/3.c");
  EXPECT_THAT(scan({"id"}), ElementsAre("3.c"));
  EXPECT_THAT(skips_, ::testing::UnorderedElementsAre(
                          "1.a: is the name of 3 files, 'new/1.a', 'cur/1.a:2,S' and "
                          "'.Work/cur/1.a:2,F'; none is touched",
                          "2.b: is the name of 2 files, 'cur/2.b:2,' and '.Work/new/2.b'; none is "
                          "touched"));
}

TEST_F(ScanTest, reports_what_is_no_regular_file) {
  fs::create_directories(root_ / "cur/1.dir");
  fs::create_symlink("1.dir", root_ / "cur/1.link");
  make_folder(".Work");
  fs::create_symlink(".Work", root_ / ".Link");
  fs::create_symlink("nowhere", root_ / ".Dangling");
  EXPECT_THAT(scan({"id"}), IsEmpty());
  EXPECT_THAT(skips_, ::testing::UnorderedElementsAre(
                          ".Link: is a symbolic link, which is not followed",
                          "cur/1.dir: is not a regular file",
                          "cur/1.link: is a symbolic link, which is not followed"));
}

// Two rows are read, then somebody else changes the mailbox, then the rest is read.
class MovingScanTest : public MaildirTest {
 protected:
  MovingScanTest() {
    make_folder(".Work");
    for (const char* name : {"1.a", "2.b", "3.c:2,S", "4.d"}) write(std::string("cur/") + name);
  }
  std::vector<std::string> rest_after(const std::function<void()>& change) {
    auto mailbox = open();
    auto scan = mailbox.open_scan({"id", "flags", "folder", "subject"}).value();
    EXPECT_EQ(scan.next(2).value()->row_count(), 2u);
    change();
    std::vector<std::string> lines;
    while (const auto batch = scan.next(10).value())
      for (auto& line : to_lines(*batch)) lines.push_back(std::move(line));
    skips_ = to_lines(scan.skips());
    return lines;
  }
};

TEST_F(MovingScanTest, finds_what_was_flagged_or_moved) {
  const auto rest = rest_after([&] {
    move("cur/3.c:2,S", "cur/3.c:2,FS");
    move("cur/4.d", ".Work/new/4.d");
  });
  EXPECT_THAT(rest, ElementsAre("3.c | 2 | INBOX | hello", "4.d | 1 | Work | hello"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(MovingScanTest, finds_what_got_another_base) {
  const auto rest = rest_after([&] { move("cur/3.c:2,S", "cur/9.z:2,S"); });
  EXPECT_THAT(rest, ElementsAre("9.z | 0 | INBOX | hello", "4.d | 1 | INBOX | hello"));
}

TEST_F(MovingScanTest, forgets_what_was_removed) {
  const auto rest = rest_after([&] {
    fs::remove(root_ / "cur/3.c:2,S");
    fs::remove(root_ / "cur/4.d");
  });
  EXPECT_THAT(rest, IsEmpty());
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(MovingScanTest, reports_what_was_doubled) {
  const auto rest = rest_after([&] {
    fs::copy(root_ / "cur/3.c:2,S", root_ / "cur/3.c:2,F");
    move("cur/3.c:2,S", ".Work/cur/3.c:2,S");
  });
  EXPECT_THAT(rest, ElementsAre("4.d | 1 | INBOX | hello"));
  EXPECT_THAT(skips_, ElementsAre("3.c: is the name of 2 files, 'cur/3.c:2,F' and "
                                  "'.Work/cur/3.c:2,S'; none is touched"));
}

TEST_F(MovingScanTest, gives_nothing_that_came_later) {
  const auto rest = rest_after([&] { write("cur/5.e"); });
  EXPECT_THAT(rest, ElementsAre("3.c | 0 | INBOX | hello", "4.d | 1 | INBOX | hello"));
}

TEST_F(ScanTest, ends_when_it_is_asked_to) {
  write("cur/1.a");
  auto mailbox =
      plugin::Mailbox::open(component(), sdk::Value::map({{"path", root_.string()}}), [] {
        return true;
      }).value();
  auto scan = mailbox.open_scan({"id"}).value();
  EXPECT_EQ(scan.next(1).error().fault, Fault::kCancelled);
}

}  // namespace
}  // namespace mailcomb::local_mail
