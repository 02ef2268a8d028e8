// SPDX-License-Identifier: Apache-2.0
// Waiting for the lock of another process.
#include <gtest/gtest.h>
#include <signal.h>

#include "opened.hpp"
#include "store-sqlite/file.hpp"
#include "support/child.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::store_sqlite {
namespace {

using namespace std::chrono_literals;

class Lock : public ::testing::Test {
 protected:
  Lock() : file_(folder_ / "a.db") { open_store(file_); }

  // Holds the right to write until it is killed; `said` hears when it has it.
  testing::Child holder() {
    testing::Child child([this](int said) {
      Database database(file_, testing::TestCall());
      database.begin_writing();
      testing::Child::say(said, "held");
      pause();
    });
    EXPECT_EQ(child.listen(), "held");
    return child;
  }
  static void end(testing::Child child) {
    kill(child.id(), SIGKILL);
    EXPECT_EQ(child.wait(), -SIGKILL);
  }

  testing::ScratchFolder folder_;
  const std::filesystem::path file_;
};

TEST_F(Lock, that_never_ends_is_reported) {
  auto other = holder();
  Database database(file_, testing::TestCall(), 20ms);
  const testing::TestCall call;
  EXPECT_EQ(failure_of(folder_.path(),
                       [&] {
                         const Serving serving(database, call);
                         database.begin_writing();
                       }),
            "3 store-busy: store 'FOLDER/a.db' is kept locked by another process\n"
            "wait until the other run has ended, or end it");
  end(std::move(other));
}

TEST_F(Lock, is_not_waited_for_when_the_host_wants_to_stop) {
  auto other = holder();
  auto store = open_store(file_);
  const testing::TestCall call(3);
  EXPECT_EQ(failure_of(folder_.path(), [&] { store.put_document(call, "key", 0, "text"); }),
            "6 cancelled: stopped waiting for the store's lock\n");
  end(std::move(other));
  store.put_document(testing::TestCall(), "key", 0, "text");
}

TEST_F(Lock, does_not_keep_readers_out) {
  auto other = holder();
  auto store = open_store(file_);
  EXPECT_FALSE(store.get_document(testing::TestCall(), "key"));
  end(std::move(other));
}

TEST_F(Lock, is_free_again_when_its_holder_dies) {
  auto other = holder();
  auto store = open_store(file_);
  testing::Child killer([&](int) {
    std::this_thread::sleep_for(50ms);
    kill(other.id(), SIGKILL);
  });
  store.put_document(testing::TestCall(), "key", 0, "text");
  EXPECT_EQ(other.wait(), -SIGKILL);
}

}  // namespace
}  // namespace mailcomb::store_sqlite
