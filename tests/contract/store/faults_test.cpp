// SPDX-License-Identifier: Apache-2.0
// The faulty store itself: each call fails once, and what was committed before stays.
#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

using namespace std::chrono_literals;

// One call of each kind; answers the first error.
Result<void> use(const plugin::Component& component, const sdk::Value& config) {
  auto store = plugin::Store::open(component, config, contract_tables(), 1);
  if (!store) return tl::unexpected(store.error());
  const auto ignore = [](auto&&) {};
  return store->append(kEvents, batch_of(kEvents, {event("a", 2)}))
      .and_then([&](auto) {
        return store->remove(kEvents, {{"b"}, {"b"}, false, 0});
      })
      .and_then([&] { return store->commit(); })
      .and_then([&] { return store->read(kEvents, {}).map(ignore); })
      .and_then([&] { return store->get_document("key").map(ignore); })
      .and_then([&] { return store->put_document("key", 0, "x").map(ignore); })
      .and_then([&] { return store->take_lease("mailbox", "a", 1h).map(ignore); })
      .and_then([&] { return store->drop_lease("mailbox", 1); });
}

TEST(FaultyStore, fails_each_call_once_and_keeps_what_was_committed) {
  const auto component = memory_component();
  const auto config = sdk::Value::map({{"disk", "faulty"}});
  auto& disk = memory_disk("faulty");
  constexpr int kCalls = 10;
  for (int failing = 1; failing <= kCalls; ++failing) {
    disk = {};
    disk.tables["events"].emplace(Cells{"a", 1}, event("a", 1));
    disk.failing_call = failing;
    const auto used = use(component, config);
    ASSERT_FALSE(used) << failing;
    EXPECT_EQ(used.error().fault, Fault::kUnavailable);
    EXPECT_EQ(used.error().message, "store 'memory': the store failed as it was told to");
    EXPECT_EQ(disk.calls, failing);
    EXPECT_EQ(disk.tables["events"].size(), failing <= 5 ? 1U : 2U) << failing;
  }
  disk = {};
  EXPECT_TRUE(use(component, config));
  EXPECT_EQ(disk.calls, kCalls);
}

}  // namespace
}  // namespace mailcomb::testing
