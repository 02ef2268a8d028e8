// SPDX-License-Identifier: Apache-2.0
// Headers that a thread reads ahead: the rows are those of a scan without it, whatever happens meanwhile.
#include "maildir/headers_ahead.hpp"

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

class HeadersAheadTest : public MaildirTest {
 protected:
  void write_many(int count) {
    for (int number = 0; number < count; ++number) write("cur/" + std::to_string(10'000 + number));
  }
};

// More than are read ahead at once, in two folders, with the odd ones among them.
TEST_F(HeadersAheadTest, reads_ahead_of_the_rows) {
  make_folder(".Work");
  std::vector<std::string> expected;
  const auto add = [&](const std::string& folder, int number) {
    const auto name = std::to_string(100'000 + number);
    write(folder + "cur/" + name, "Subject: s" + name + "\n\nbody");
    expected.push_back(name + " | s" + name + " | 22");
  };
  for (int number = 0; number < 700; ++number) add(number < 400 ? "" : ".Work/", number);
  fs::resize_file(root_ / "cur/100100", 0);
  expected.erase(expected.begin() + 100);
  write("cur/100299", "Subject: s\nX: " + std::string(10'000, 'x') + "\n\n");
  expected[298] = "100299 | s | 10016";
  write(".Work/cur/100699", "Subject: no body\n");
  expected[698] = "100699 | no body | 17";
  EXPECT_EQ(scan({"id", "subject", "size_bytes"}), expected);
  EXPECT_THAT(skips_, ElementsAre("cur/100100: is not a message: it is empty"));
}

TEST_F(HeadersAheadTest, reads_what_was_renamed_after_it_was_listed) {
  for (int number = 0; number < 600; ++number) write("cur/" + std::to_string(1000 + number));
  auto mailbox = open();
  auto rows = mailbox.open_scan({"id", "subject"}).value();
  move("cur/1599", "cur/1599:2,S");
  std::size_t count = 0;
  while (const auto batch = rows.next(100).value()) count += batch->row_count();
  EXPECT_EQ(count, 600u);
  EXPECT_THAT(rows.skips(), IsEmpty());
}

TEST_F(HeadersAheadTest, ends_with_a_scan_that_is_left) {
  write_many(2000);
  for (std::uint64_t rows = 1; rows < 1200; rows += 300) {
    auto mailbox = open();
    auto scan = mailbox.open_scan({"id", "subject"}).value();
    EXPECT_EQ(scan.next(rows).value()->row_count(), rows);
  }
}

TEST_F(HeadersAheadTest, is_a_thread_of_each_scan) {
  write_many(900);
  auto mailbox = open();
  auto one = mailbox.open_scan({"id", "subject"}).value();
  auto other = mailbox.open_scan({"id", "subject"}).value();
  std::vector<std::string> rows[2];
  for (int turn = 0; turn < 9; ++turn)
    for (auto* scan : {&one, &other})
      for (const auto& line : to_lines(*scan->next(100).value()))
        rows[scan == &other].push_back(line);
  EXPECT_EQ(rows[0].size(), 900u);
  EXPECT_EQ(rows[0], rows[1]);
}

// They are further on than a thread reads ahead: what is gone by then is no row, and no trouble.
TEST_F(HeadersAheadTest, meets_files_that_vanish) {
  write_many(1500);
  auto mailbox = open();
  auto scan = mailbox.open_scan({"id", "subject"}).value();
  std::size_t count = scan.next(1).value()->row_count();
  for (int number = 1001; number < 1500; number += 2)
    fs::remove(root_ / "cur" / std::to_string(10'000 + number));
  while (const auto batch = scan.next(64).value()) count += batch->row_count();
  EXPECT_EQ(count, 1250u);
  EXPECT_THAT(scan.skips(), IsEmpty());
}

}  // namespace
}  // namespace mailcomb::local_mail
