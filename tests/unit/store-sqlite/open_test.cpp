// SPDX-License-Identifier: Apache-2.0
// What the user reads when the store cannot be opened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "opened.hpp"
#include "support/scratch_folder.hpp"
#include "support/unprivileged.hpp"

namespace mailcomb::store_sqlite {
namespace {

using ::testing::AnyOf;
using ::testing::StartsWith;
namespace fs = std::filesystem;

class Open : public ::testing::Test {
 protected:
  std::string failure(const fs::path& file) {
    return failure_of(folder_.path(), [&] { open_store(file); });
  }
  void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }
  std::string text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void run_sql(const fs::path& file, const char* sql) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &connection), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(connection);
  }
  // Where nobody may do anything, unless a test says otherwise.
  void open_folder() { fs::permissions(folder_.path(), fs::perms::all); }

  testing::ScratchFolder folder_;
};

TEST_F(Open, of_a_folder) {
  EXPECT_EQ(failure(folder_.path()),
            "3 store-is-folder: store 'FOLDER' is a folder, not a file\n"
            "name a file in it: 'FOLDER/mailcomb.db'");
}

TEST_F(Open, in_a_missing_folder) {
  EXPECT_EQ(failure(folder_ / "none/a.db"),
            "3 store-folder-missing: folder 'FOLDER/none' of store 'FOLDER/none/a.db' does not "
            "exist\nmake it with: mkdir -p -m 700 'FOLDER/none'");
  EXPECT_FALSE(fs::exists(folder_ / "none"));
}

TEST_F(Open, below_a_file) {
  write(folder_ / "file", "x");
  EXPECT_EQ(failure(folder_ / "file/a.db"),
            "3 store-unreachable: store 'FOLDER/file/a.db' cannot be opened: Not a directory\n"
            "choose another path");
}

TEST_F(Open, of_a_pipe) {
  ASSERT_EQ(mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(failure(folder_ / "pipe"),
            "3 store-no-file: store 'FOLDER/pipe' is not a regular file\nchoose another path");
}

TEST_F(Open, of_a_link_to_nothing) {
  fs::create_symlink(folder_ / "gone", folder_ / "link");
  EXPECT_EQ(failure(folder_ / "link"),
            "3 store-unreachable: store 'FOLDER/link' cannot be opened: No such file or "
            "directory\nchoose another path");
}

TEST_F(Open, of_a_file_that_is_no_database_leaves_it_alone) {
  const auto file = folder_ / "notes.txt";
  for (const std::size_t size : {2U, 99U, 100U, 511U, 5000U}) {
    write(file, std::string(size, 'x'));
    fs::permissions(file, fs::perms(0644));
    EXPECT_EQ(failure(file),
              "3 store-not-sqlite: 'FOLDER/notes.txt' is not a SQLite database\n"
              "choose another path, or move the file away");
    EXPECT_EQ(text(file), std::string(size, 'x'));
    EXPECT_EQ(fs::status(file).permissions(), fs::perms(0644));
  }
}

TEST_F(Open, of_another_programs_database_leaves_it_alone) {
  const auto file = folder_ / "places.db";
  run_sql(file, "CREATE TABLE places (url TEXT)");
  const std::string before = text(file);
  EXPECT_EQ(failure(file),
            "3 store-foreign: 'FOLDER/places.db' is a database of another program\n"
            "choose another path, or move the file away");
  EXPECT_EQ(text(file), before);
}

TEST_F(Open, of_a_table_that_is_another_one) {
  const auto file = folder_ / "a.db";
  open_store(file);
  run_sql(file, "DROP TABLE runs; CREATE TABLE runs (id INTEGER PRIMARY KEY, at INTEGER)");
  EXPECT_EQ(failure(file),
            "3 store-foreign: column 'id' of table 'runs' in store 'FOLDER/a.db' is not what "
            "mailcomb made\nchoose another path, or move the file away");
}

TEST_F(Open, of_a_newer_schema) {
  open_store(folder_ / "a.db", 7);
  EXPECT_EQ(failure(folder_ / "a.db"),
            "3 store-newer: store 'FOLDER/a.db' has schema version 7, but this mailcomb knows only "
            "up to 1\nupdate mailcomb, or choose another store");
}

TEST_F(Open, of_a_damaged_store) {
  const auto file = folder_ / "a.db";
  open_store(file);
  fs::resize_file(file, 4096);
  EXPECT_EQ(failure(file),
            "3 store-damaged: store 'FOLDER/a.db' is damaged: database disk image is malformed\n"
            "move it away, then rescue what is left with: sqlite3 MOVED .recover | sqlite3 "
            "'FOLDER/a.db'");
}

TEST_F(Open, of_a_store_cut_anywhere_never_crashes) {
  const auto file = folder_ / "a.db";
  open_store(file);
  const std::string whole = text(file);
  for (std::size_t size = 1; size < whole.size(); size += 97) {
    write(file, whole.substr(0, size));
    const std::string told = failure_of(folder_.path(), [&] {
      open_store(file).put_document(testing::TestCall(), "key", 0, "text");
    });
    EXPECT_THAT(told, AnyOf("", StartsWith("3 store-"))) << size;
  }
}

TEST_F(Open, of_a_read_only_file) {
  open_folder();
  EXPECT_EQ(testing::as_nobody([&] {
              const auto file = folder_ / "a.db";
              open_store(file);
              fs::permissions(file, fs::perms(0400));
              return failure(file);
            }),
            "3 store-read-only: store 'FOLDER/a.db' is read-only for user 65534\n"
            "allow it with: chmod u+w 'FOLDER/a.db'");
}

TEST_F(Open, of_a_store_in_a_read_only_folder) {
  open_folder();
  EXPECT_EQ(testing::as_nobody([&] {
              const auto folder = folder_ / "state";
              fs::create_directory(folder);
              open_store(folder / "a.db");
              fs::permissions(folder, fs::perms(0500));
              const std::string old_one = failure(folder / "a.db");
              const std::string new_one = failure(folder / "b.db");
              fs::permissions(folder, fs::perms(0700));
              return old_one + "\n" + new_one;
            }),
            "3 store-folder-read-only: store 'FOLDER/state/a.db' cannot be written: its folder is "
            "read-only for user 65534\nSQLite keeps files beside the store; allow writing to the "
            "folder, or choose another path\n"
            "3 store-folder-read-only: store 'FOLDER/state/b.db' cannot be written: its folder is "
            "read-only for user 65534\nSQLite keeps files beside the store; allow writing to the "
            "folder, or choose another path");
}

TEST_F(Open, of_what_another_user_keeps_private) {
  if (geteuid() != 0) GTEST_SKIP() << "needs two users";
  open_folder();
  open_store(folder_ / "a.db");
  EXPECT_EQ(testing::as_nobody([&] { return failure(folder_ / "a.db"); }),
            "3 store-unreadable: store 'FOLDER/a.db' cannot be read by user 65534\n"
            "it belongs to user 0; run as that user, or choose another path");
}

TEST_F(Open, of_what_another_user_shares) {
  if (geteuid() != 0) GTEST_SKIP() << "needs two users";
  open_folder();
  open_store(folder_ / "a.db");
  fs::permissions(folder_ / "a.db", fs::perms(0666));
  EXPECT_EQ(testing::as_nobody([&] { return failure(folder_ / "a.db"); }),
            "3 store-exposed: 'FOLDER/a.db' is open to others and belongs to user 0\n"
            "its owner must run: chmod 600 'FOLDER/a.db'");
}

TEST_F(Open, without_any_path) {
  EXPECT_EQ(failure(""),
            "2 store-no-path: the path of the store is empty\ngive a path, or leave it out");
}

}  // namespace
}  // namespace mailcomb::store_sqlite
