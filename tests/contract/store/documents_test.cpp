// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

using plugin::Written;

// "version text", or "none".
std::string found(plugin::Store& store, std::string_view key) {
  const auto document = expect(store.get_document(key));
  return document ? std::to_string(document->version) + " " + document->bytes : "none";
}

using StoreDocuments = StoreContract;

TEST_P(StoreDocuments, get_a_higher_version_each_time) {
  auto store = open();
  EXPECT_EQ(found(store, "policy"), "none");
  EXPECT_EQ(expect(store.put_document("policy", 0, "one")), Written::kYes);
  EXPECT_EQ(found(store, "policy"), "1 one");
  EXPECT_EQ(expect(store.put_document("policy", 1, "two")), Written::kYes);
  EXPECT_EQ(found(store, "policy"), "2 two");
}

TEST_P(StoreDocuments, are_replaced_only_by_who_knows_the_version) {
  auto store = open();
  EXPECT_EQ(expect(store.put_document("policy", 1, "early")), Written::kConflict);
  EXPECT_EQ(found(store, "policy"), "none");
  EXPECT_EQ(expect(store.put_document("policy", 0, "one")), Written::kYes);
  for (const std::int64_t expected : {std::int64_t{0}, std::int64_t{2}, std::int64_t{-1},
                                      std::numeric_limits<std::int64_t>::max()})
    EXPECT_EQ(expect(store.put_document("policy", expected, "other")), Written::kConflict);
  EXPECT_EQ(found(store, "policy"), "1 one");
}

TEST_P(StoreDocuments, are_seen_by_others_at_once) {
  auto store = open();
  auto other = open();
  EXPECT_EQ(expect(store.put_document("policy", 0, "one")), Written::kYes);
  EXPECT_EQ(found(other, "policy"), "1 one");
}

TEST_P(StoreDocuments, hold_any_bytes_under_any_key) {
  auto store = open();
  const std::string odd("\0\xFF\n", 3);
  for (const std::string& key : {std::string(), std::string("a\0b", 3), std::string("🧹 é")}) {
    EXPECT_EQ(expect(store.put_document(key, 0, odd)), Written::kYes);
    EXPECT_EQ(found(store, key), "1 " + odd);
    EXPECT_EQ(expect(store.put_document(key, 1, "")), Written::kYes);
    EXPECT_EQ(found(store, key), "2 ");
  }
  EXPECT_EQ(found(store, "a"), "none");
}

TEST_P(StoreDocuments, can_be_read_while_rows_wait_for_commit) {
  auto store = open();
  EXPECT_EQ(expect(store.put_document("policy", 0, "one")), Written::kYes);
  append(store, {event("a", 1)});
  EXPECT_EQ(found(store, "policy"), "1 one");
  expect(store.commit());
  EXPECT_EQ(read(store).size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(, StoreDocuments, ::testing::ValuesIn(all_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
