// SPDX-License-Identifier: Apache-2.0
#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

using plugin::Written;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using StoreRows = StoreContract;

TEST_P(StoreRows, come_back_in_the_order_of_the_key) {
  auto store = open();
  append(store, {event("b", 2, "x"), event("a", 10, "y"), event("b", 1, "z")});
  append(store, {event("a", 9)});
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAre(event("a", 9), event("a", 10, "y"), event("b", 1, "z"),
                                       event("b", 2, "x")));
}

TEST_P(StoreRows, are_seen_by_others_after_commit_only) {
  auto store = open();
  auto other = open();
  append(store, {event("a", 1)});
  EXPECT_THAT(read(store), ElementsAre(event("a", 1)));
  EXPECT_THAT(read(other), IsEmpty());
  expect(store.commit());
  EXPECT_THAT(read(other), ElementsAre(event("a", 1)));
}

TEST_P(StoreRows, are_given_back_if_they_are_not_committed) {
  {
    auto store = open();
    append(store, {event("a", 1)});
    expect(store.commit());
    append(store, {event("a", 2)});
    expect(store.remove(kEvents, {{"a", 1}, {"a", 1}, false, 0}));
  }
  auto store = open();
  EXPECT_THAT(read(store), ElementsAre(event("a", 1)));
}

TEST_P(StoreRows, of_all_tables_are_committed_together) {
  auto store = open();
  append(store, {event("a", 1)});
  append(store, {{bytes("1"), "text"}}, kNotes);
  EXPECT_THAT(read(store, {}, kNotes), ElementsAre(Cells{bytes("1"), "text"}));
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAre(event("a", 1)));
}

TEST_P(StoreRows, of_a_taken_key_take_everything_since_the_commit_back) {
  auto store = open();
  append(store, {event("a", 1, "old")});
  expect(store.commit());
  append(store, {event("a", 2)});
  append(store, {{bytes("1"), "text"}}, kNotes);
  EXPECT_EQ(expect(store.append(kEvents, batch_of(kEvents, {event("a", 3), event("a", 1, "new")}))),
            Written::kConflict);
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAre(event("a", 1, "old")));
  EXPECT_THAT(read(store, {}, kNotes), IsEmpty());
  append(store, {event("a", 2)});
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAre(event("a", 1, "old"), event("a", 2)));
}

TEST_P(StoreRows, of_one_key_in_one_batch_are_a_conflict) {
  auto store = open();
  EXPECT_EQ(expect(store.append(kEvents, batch_of(kEvents, {event("a", 1), event("a", 1)}))),
            Written::kConflict);
  EXPECT_THAT(read(store), IsEmpty());
}

TEST_P(StoreRows, may_be_none) {
  auto store = open();
  append(store, {});
  expect(store.commit());
  expect(store.commit());
  EXPECT_THAT(read(store), IsEmpty());
}

TEST_P(StoreRows, may_be_replaced_within_one_commit) {
  auto store = open();
  append(store, {event("a", 1, "old")});
  expect(store.commit());
  expect(store.remove(kEvents, {{"a", 1}, {"a", 1}, false, 0}));
  append(store, {event("a", 1, "new")});
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAre(event("a", 1, "new")));
}

TEST_P(StoreRows, stay_when_the_store_is_opened_again_with_a_newer_schema) {
  {
    auto store = open(1);
    append(store, {event("a", 1)});
    expect(store.commit());
  }
  auto store = open(2);
  EXPECT_THAT(read(store), ElementsAre(event("a", 1)));
}

TEST_P(StoreRows, of_a_newer_schema_are_refused_naming_both_versions) {
  open(7);
  const auto store =
      plugin::Store::open(subject_->component(), subject_->config(), contract_tables(), 3);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().fault, Fault::kUnavailable);
  EXPECT_THAT(store.error().message,
              ::testing::HasSubstr("schema version 7, but this mailcomb knows only up to 3"));
}

TEST_P(StoreRows, say_where_they_are) { EXPECT_NE(open().location(), ""); }

INSTANTIATE_TEST_SUITE_P(, StoreRows, ::testing::ValuesIn(all_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
