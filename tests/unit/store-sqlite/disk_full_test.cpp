// SPDX-License-Identifier: Apache-2.0
// No space left: what was committed stays, and the store works again once there is space.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <fstream>

#include "opened.hpp"
#include "support/child.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::store_sqlite {
namespace {

const std::string kDocument(64 << 10, 'x');

// Fills the store until it fails, and answers how many documents are in it.
int fill(const std::filesystem::path& folder) {
  auto store = open_store(folder / "a.db");
  int written = 0;
  const std::string failure = failure_of(folder, [&] {
    for (; written < 1000; ++written)
      store.put_document(testing::TestCall(), std::to_string(written), 0, kDocument);
  });
  EXPECT_EQ(failure,
            "3 store-full: no space is left for store 'FOLDER/a.db'\n"
            "free some space or raise the quota; what was committed is safe");
  return written;
}

void expect_documents(Store& store, int count) {
  for (int i = 0; i < count; ++i) {
    const auto document = store.get_document(testing::TestCall(), std::to_string(i));
    ASSERT_TRUE(document) << i;
    EXPECT_EQ(document->bytes, kDocument) << i;
  }
  EXPECT_FALSE(store.get_document(testing::TestCall(), std::to_string(count)));
}

void limit_file_sizes(rlim_t size_bytes) {
  const rlimit limit{size_bytes, RLIM_INFINITY};
  setrlimit(RLIMIT_FSIZE, &limit);
}

TEST(DiskFull, by_the_limit_of_a_file_loses_nothing) {
  const testing::ScratchFolder folder;
  testing::Child child([&](int) {
    signal(SIGXFSZ, SIG_IGN);
    limit_file_sizes(1 << 20);
    const int written = fill(folder.path());
    EXPECT_GT(written, 0);
    limit_file_sizes(RLIM_INFINITY);
    auto store = open_store(folder / "a.db");
    expect_documents(store, written);
    store.put_document(testing::TestCall(), std::to_string(written), 0, kDocument);
  });
  EXPECT_EQ(child.wait(), 0) << child.listen_to_the_end();
}

TEST(DiskFull, of_a_whole_disk_loses_nothing) {
  const testing::ScratchFolder folder;
  testing::Child child([&](int said) {
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) ||
        mount("none", folder.path().c_str(), "tmpfs", 0, "size=2m"))
      return testing::Child::say(said, "skip");
    std::ofstream(folder / "ballast") << std::string(256 << 10, 'x');
    const int written = fill(folder.path());
    EXPECT_GT(written, 0);
    std::filesystem::remove(folder / "ballast");
    auto store = open_store(folder / "a.db");
    expect_documents(store, written);
    store.put_document(testing::TestCall(), std::to_string(written), 0, kDocument);
  });
  const std::string said = child.listen_to_the_end();
  if (said == "skip") GTEST_SKIP() << "may not mount";
  EXPECT_EQ(child.wait(), 0) << said;
}

TEST(DiskFull, before_the_store_is_made_leaves_it_to_be_made_later) {
  const testing::ScratchFolder folder;
  testing::Child child([&](int) {
    signal(SIGXFSZ, SIG_IGN);
    limit_file_sizes(1);
    EXPECT_EQ(failure_of(folder.path(), [&] { open_store(folder / "a.db"); }),
              "3 store-full: no space is left for store 'FOLDER/a.db'\n"
              "free some space or raise the quota; what was committed is safe");
    limit_file_sizes(RLIM_INFINITY);
    open_store(folder / "a.db");
  });
  EXPECT_EQ(child.wait(), 0) << child.listen_to_the_end();
}

}  // namespace
}  // namespace mailcomb::store_sqlite
