// SPDX-License-Identifier: Apache-2.0
// Several processes at one store: nobody hears of a lock, and nothing is lost or done twice.
#include "contract/store/store_contract.hpp"
#include "support/child.hpp"

namespace mailcomb::testing {
namespace {

using namespace std::chrono_literals;
using plugin::Written;
using ::testing::ElementsAre;

class StoreProcesses : public StoreContract {
 protected:
  static constexpr int kProcesses = 6;

  // What each said, after all have ended well.
  std::vector<std::string> run(const std::function<void(int process, int said)>& body) {
    std::vector<Child> children;
    for (int i = 0; i < kProcesses; ++i) children.emplace_back([&, i](int said) { body(i, said); });
    std::vector<std::string> said;
    for (auto& child : children) {
      said.push_back(child.listen_to_the_end());
      EXPECT_EQ(child.wait(), 0) << said.back();
    }
    return said;
  }
};

TEST_P(StoreProcesses, append_at_once) {
  constexpr int kCommits = 20;
  constexpr int kRows = 50;
  run([&](int process, int) {
    auto store = open();
    const std::string name = std::to_string(process);
    for (int commit = 0; commit < kCommits; ++commit) {
      for (int row = 0; row < kRows; ++row)
        append(store, {event(name.c_str(), commit * kRows + row)});
      expect(store.commit());
    }
  });
  auto store = open();
  EXPECT_EQ(read(store).size(), std::size_t{kProcesses * kCommits * kRows});
}

TEST_P(StoreProcesses, open_close_and_read_at_once) {
  run([&](int process, int) {
    for (int i = 0; i < 10; ++i) {
      auto store = open();
      const std::string name = std::to_string(process);
      append(store, {event(name.c_str(), i)});
      expect(store.commit());
      EXPECT_EQ(read(store, {{name}, {name}, false, 0}).size(), static_cast<std::size_t>(i + 1));
    }
  });
}

TEST_P(StoreProcesses, get_one_of_each_key) {
  const auto said = run([&](int process, int say) {
    auto store = open();
    const std::string payload = std::to_string(process);
    const auto written =
        expect(store.append(kEvents, batch_of(kEvents, {event("run", 1, payload.c_str())})));
    expect(store.commit());
    Child::say(say, written == Written::kYes ? "yes" : "");
  });
  EXPECT_EQ(std::count(said.begin(), said.end(), "yes"), 1);
  auto store = open();
  EXPECT_EQ(read(store).size(), 1U);
}

TEST_P(StoreProcesses, count_in_a_document_without_losing_one) {
  constexpr int kTimes = 20;
  run([&](int, int) {
    auto store = open();
    for (int done = 0; done < kTimes;) {
      const auto before = expect(store.get_document("count"));
      const int count = before ? std::stoi(before->bytes) : 0;
      const auto written = expect(
          store.put_document("count", before ? before->version : 0, std::to_string(count + 1)));
      if (written == Written::kYes) ++done;
    }
  });
  auto store = open();
  const auto count = expect(store.get_document("count"));
  EXPECT_EQ(count->bytes, std::to_string(kProcesses * kTimes));
  EXPECT_EQ(count->version, kProcesses * kTimes);
}

TEST_P(StoreProcesses, take_a_lease_one_at_a_time) {
  const auto said = run([&](int process, int say) {
    auto store = open();
    const auto lease =
        expect(store.take_lease("mailbox", "process " + std::to_string(process), 1h));
    Child::say(say, lease.fence ? "taken" : "");
  });
  EXPECT_EQ(std::count(said.begin(), said.end(), "taken"), 1);
}

INSTANTIATE_TEST_SUITE_P(, StoreProcesses, ::testing::ValuesIn(durable_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
