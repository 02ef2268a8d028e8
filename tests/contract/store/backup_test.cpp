// SPDX-License-Identifier: Apache-2.0
// Backups of stores that make them (abi/store_backup.h).
#include "contract/store/store_contract.hpp"
#include "plugin/store_backup.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class StoreBackups : public StoreContract {
 protected:
  std::string file() const { return (folder_ / "backup").string(); }
  plugin::StoreBackup backup() {
    return expect(plugin::StoreBackup::find(subject_->component(), subject_->config()));
  }
  plugin::Store open_staged(const plugin::StagedStore& staged) {
    return expect(plugin::Store::open(subject_->component(), staged.config, contract_tables(), 1));
  }
  ScratchFolder folder_;
};

TEST_P(StoreBackups, hold_what_was_committed) {
  auto store = open();
  append(store, {event("a", 1)});
  expect(store.commit());
  auto other = open();
  append(other, {event("b", 2)});
  expect(store.backup(file()));
  expect(other.commit());
  const auto staged = expect(backup().stage(file()));
  EXPECT_TRUE(staged.replaces);
  {
    auto copy = open_staged(staged);
    EXPECT_THAT(read(copy), ElementsAre(event("a", 1)));
  }
  expect(backup().discard(staged));
  EXPECT_THAT(read(store), ElementsAre(event("a", 1), event("b", 2)));
}

TEST_P(StoreBackups, take_the_place_of_a_store) {
  {
    auto store = open();
    append(store, {event("a", 1)});
    expect(store.commit());
    expect(store.backup(file()));
    append(store, {event("b", 2)});
    expect(store.commit());
  }
  const auto staged = expect(backup().stage(file()));
  EXPECT_NE(expect(backup().swap(staged)), "");
  auto store = open();
  EXPECT_THAT(read(store), ElementsAre(event("a", 1)));
  append(store, {event("c", 3)});
  expect(store.commit());
}

TEST_P(StoreBackups, do_not_take_the_place_of_a_store_in_use) {
  auto store = open();
  append(store, {event("a", 1)});
  expect(store.commit());
  expect(store.backup(file()));
  append(store, {event("b", 2)});
  const auto staged = expect(backup().stage(file()));
  const auto swapped = backup().swap(staged);
  ASSERT_FALSE(swapped);
  EXPECT_EQ(swapped.error().fault, Fault::kLocked);
  expect(backup().discard(staged));
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAre(event("a", 1), event("b", 2)));
}

TEST_P(StoreBackups, replace_no_file) {
  auto store = open();
  expect(store.backup(file()));
  const auto again = store.backup(file());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().fault, Fault::kInvalid);
  EXPECT_THAT(again.error().message, HasSubstr("is there already"));
}

TEST_P(StoreBackups, are_refused_if_they_are_none) {
  open();
  const auto staged = backup().stage(file());
  ASSERT_FALSE(staged);
  EXPECT_EQ(staged.error().fault, Fault::kInvalid);
}

INSTANTIATE_TEST_SUITE_P(, StoreBackups, ::testing::ValuesIn(durable_stores()), name_of);

TEST(StoresWithoutBackups, say_so) {
  const auto config = sdk::Value::map({{"disk", "no-backups"}});
  auto store = expect(plugin::Store::open(memory_component(), config, contract_tables(), 1));
  EXPECT_EQ(to_text(store.backup("file").error()),
            "store 'memory' makes no backups\n  hint: use the tools of that database\n");
  EXPECT_FALSE(plugin::StoreBackup::find(memory_component(), config));
}

}  // namespace
}  // namespace mailcomb::testing
