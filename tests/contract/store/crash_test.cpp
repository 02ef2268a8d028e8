// SPDX-License-Identifier: Apache-2.0
// A process that dies: what was committed is there, and nothing else.
#include <signal.h>

#include <random>
#include <thread>

#include "contract/store/store_contract.hpp"
#include "support/child.hpp"

namespace mailcomb::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAreArray;

// One call, and what is committed once it has returned.
struct Step {
  std::function<void(plugin::Store&)> call;
  std::vector<Cells> committed;
  int document_version;
};

std::vector<Step> steps() {
  const Cells one = event("a", 1, "one"), two = event("a", 2, "two"), three = event("b", 3, "x");
  return {
      {[=](auto& store) { append(store, {one}); }, {}, 0},
      {[=](auto& store) { append(store, {two}); }, {}, 0},
      {[](auto& store) { expect(store.commit()); }, {one, two}, 0},
      {[](auto& store) { expect(store.put_document("key", 0, "x")); }, {one, two}, 1},
      {[](auto& store) { expect(store.take_lease("mailbox", "a", 1h)); }, {one, two}, 1},
      {[](auto& store) {
         expect(store.remove(kEvents, {{"a"}, {"a", 1}, false, 0}));
       },
       {one, two},
       1},
      {[=](auto& store) { append(store, {three}); }, {one, two}, 1},
      {[](auto& store) { expect(store.commit()); }, {two, three}, 1},
      {[](auto& store) { expect(store.put_document("key", 1, "y")); }, {two, three}, 2},
      {[](auto& store) { expect(store.drop_lease("mailbox", 1)); }, {two, three}, 2},
  };
}

using StoreCrash = StoreContract;

TEST_P(StoreCrash, between_any_two_calls_keeps_what_was_committed) {
  const auto all = steps();
  for (std::size_t count = 1; count <= all.size(); ++count) {
    subject_ = GetParam().make();
    Child child([&](int) {
      auto store = open();
      for (std::size_t i = 0; i < count; ++i) all[i].call(store);
      _exit(0);
    });
    ASSERT_EQ(child.wait(), 0) << child.listen_to_the_end();
    auto store = open();
    EXPECT_THAT(read(store), ElementsAreArray(all[count - 1].committed)) << count;
    const auto document = expect(store.get_document("key"));
    EXPECT_EQ(document ? document->version : 0, all[count - 1].document_version) << count;
    const bool is_leased = count >= 5 && count < 10;
    EXPECT_EQ(expect(store.take_lease("mailbox", "b", 1h)).fence.has_value(), !is_leased) << count;
  }
}

TEST_P(StoreCrash, at_any_moment_keeps_whole_commits) {
  constexpr int kRowsPerCommit = 100;
  std::mt19937 random(11);
  std::int64_t next = 0;
  for (int round = 0; round < 25; ++round) {
    // Says a byte after each commit.
    Child child([&](int said) {
      auto store = open();
      for (std::int64_t order = next;; ++order) {
        append(store, {event("a", order, "payload")});
        if ((order + 1) % kRowsPerCommit != 0) continue;
        expect(store.commit());
        Child::say(said, ".");
      }
    });
    std::string commits = child.listen();
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    kill(child.id(), SIGKILL);
    commits += child.listen_to_the_end();
    ASSERT_EQ(child.wait(), -SIGKILL) << commits;
    auto store = open();
    const auto count = static_cast<std::int64_t>(read(store).size());
    EXPECT_EQ(count % kRowsPerCommit, 0);
    EXPECT_GE(count, next + static_cast<std::int64_t>(commits.size()) * kRowsPerCommit);
    next = count;
  }
}

TEST_P(StoreCrash, while_it_is_made_leaves_a_store_to_be_made) {
  std::mt19937 random(13);
  for (int round = 0; round < 40; ++round) {
    subject_ = GetParam().make();
    Child child([&](int said) {
      Child::say(said, ".");
      open();
      pause();
    });
    child.listen();
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 8'000));
    kill(child.id(), SIGKILL);
    ASSERT_EQ(child.wait(), -SIGKILL);
    auto store = open();
    append(store, {event("a", 1)});
    expect(store.commit());
  }
}

INSTANTIATE_TEST_SUITE_P(, StoreCrash, ::testing::ValuesIn(durable_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
