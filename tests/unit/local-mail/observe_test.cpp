// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <filesystem>

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using ObserveTest = MaildirTest;

TEST_F(ObserveTest, tells_those_that_exist) {
  make_folder(".Work");
  write("cur/1.a:2,S");
  write(".Work/new/2.b");
  write("cur/3.c");
  EXPECT_THAT(observe({"2.b", "none", "1.a"}, {"id", "flags", "folder", "subject"}),
              ElementsAre("2.b | 1 | Work | hello", "1.a | 0 | INBOX | hello"));
  EXPECT_THAT(skips_, IsEmpty());
}

TEST_F(ObserveTest, knows_no_other_spelling_of_an_id) {
  write("cur/1.%A");
  EXPECT_THAT(observe({"1.%25A"}, {"id"}), ElementsAre("1.%25A"));
  EXPECT_THAT(observe({"1.%A", "1.%25%41", "../cur/1.%25A"}, {"id"}), IsEmpty());
}

TEST_F(ObserveTest, does_not_take_two_files_for_gone) {
  write("cur/1.a:2,S");
  write("new/1.a");
  EXPECT_THAT(observe({"1.a"}, {"id"}), IsEmpty());
  EXPECT_THAT(skips_, ElementsAre("1.a: is the name of 2 files, 'new/1.a' and 'cur/1.a:2,S'; none "
                                  "is touched"));
}

TEST_F(ObserveTest, gives_a_token_with_the_exact_place) {
  make_folder(".Work");
  write(".Work/new/1.a");
  const auto token = restore_token("1.a");
  struct stat file {};
  ASSERT_EQ(::stat((root_ / ".Work/new/1.a").c_str(), &file), 0);
  EXPECT_EQ(
      token,
      sdk::Value::map({{"path", ".Work/new/1.a"},
                       {"dev", static_cast<std::int64_t>(file.st_dev)},
                       {"ino", static_cast<std::int64_t>(file.st_ino)},
                       {"size", 39},
                       {"mtime_ns", static_cast<std::int64_t>(file.st_mtim.tv_sec) * 1'000'000'000 +
                                        file.st_mtim.tv_nsec}}));
}

TEST_F(ObserveTest, gives_a_token_of_bytes_where_the_name_is_no_text) {
  write("cur/1.\xff:2,S");
  EXPECT_EQ(restore_token("1.%FF")["path"], sdk::Value::bytes("cur/1.\xff:2,S"));
}

}  // namespace
}  // namespace mailcomb::local_mail
