// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "opened.hpp"
#include "support/child.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::store_sqlite {
namespace {

namespace fs = std::filesystem;

std::string failure_of_default_file(const char* state_home, const char* home) {
  return failure_of("none", [&] { default_file(state_home, home); });
}

int mode_of(const fs::path& path) { return static_cast<int>(fs::status(path).permissions()); }

TEST(DefaultFile, follows_the_xdg_specification) {
  EXPECT_EQ(default_file("/state", "/home/me"), "/state/mailcomb/mailcomb.db");
  EXPECT_EQ(default_file(nullptr, "/home/me"), "/home/me/.local/state/mailcomb/mailcomb.db");
  EXPECT_EQ(default_file("", "/home/me"), "/home/me/.local/state/mailcomb/mailcomb.db");
  EXPECT_EQ(default_file("state", "/home/me"), "/home/me/.local/state/mailcomb/mailcomb.db");
}

TEST(DefaultFile, needs_a_home) {
  EXPECT_EQ(failure_of_default_file(nullptr, nullptr),
            "2 store-no-home: the store has no path, and neither XDG_STATE_HOME nor HOME is set\n"
            "give a path, or set HOME");
}

TEST(DefaultFile, is_used_without_a_path_in_folders_of_our_own) {
  const testing::ScratchFolder folder;
  testing::Child child([&](int) {
    umask(0);
    setenv("XDG_STATE_HOME", (folder / "a/b").c_str(), 1);
    const Store store(testing::TestCall(), sdk::Value::map(), one_table(), 1);
    EXPECT_EQ(store.describe()["location"].text(),
              "SQLite file " + (folder / "a/b/mailcomb/mailcomb.db").string());
  });
  EXPECT_EQ(child.wait(), 0);
  for (const char* made : {"a", "a/b", "a/b/mailcomb"}) EXPECT_EQ(mode_of(folder / made), 0700);
}

TEST(StoreFile, is_readable_for_nobody_else_whatever_the_umask) {
  const testing::ScratchFolder folder;
  testing::Child child([&](int) {
    umask(0);
    auto store = open_store(folder / "a.db");
    store.put_document(testing::TestCall(), "key", 0, "text");
    for (const char* made : {"a.db", "a.db-wal", "a.db-shm"})
      EXPECT_EQ(mode_of(folder / made), 0600) << made;
  });
  EXPECT_EQ(child.wait(), 0);
}

TEST(StoreFile, is_closed_to_others_if_it_was_open) {
  const testing::ScratchFolder folder;
  auto store = open_store(folder / "a.db");
  store.put_document(testing::TestCall(), "key", 0, "text");
  for (const char* open : {"a.db", "a.db-wal", "a.db-shm"})
    fs::permissions(folder / open, fs::perms(0664));
  open_store(folder / "a.db");
  for (const char* closed : {"a.db", "a.db-wal", "a.db-shm"})
    EXPECT_EQ(mode_of(folder / closed), 0600) << closed;
}

TEST(StoreFile, that_is_empty_becomes_a_store) {
  const testing::ScratchFolder folder;
  std::ofstream(folder / "a.db").flush();
  open_store(folder / "a.db");
  EXPECT_GT(fs::file_size(folder / "a.db"), 0U);
}

TEST(StoreFile, may_look_like_an_address_or_hold_odd_letters) {
  const testing::ScratchFolder folder;
  for (const char* name :
       {"file:a.db?mode=memory", "a%20b#c.db", "'\"; --.db", ":memory:", "ä\n"}) {
    open_store(folder / name);
    EXPECT_TRUE(fs::exists(folder / name)) << name;
  }
}

TEST(StoreFile, may_be_relative) {
  const testing::ScratchFolder folder;
  testing::Child child([&](int) {
    fs::current_path(folder.path());
    open_store("file:a.db");
  });
  EXPECT_EQ(child.wait(), 0);
  EXPECT_TRUE(fs::exists(folder / "file:a.db"));
}

}  // namespace
}  // namespace mailcomb::store_sqlite
