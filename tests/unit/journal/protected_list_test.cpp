// SPDX-License-Identifier: Apache-2.0
#include "journal/protected_list.hpp"

#include <gtest/gtest.h>

#include "support/memory_journal.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

class ProtectedListTest : public ::testing::Test {
 protected:
  void put(const std::string& text) {
    ASSERT_EQ(store_.put_document("protected-senders", 0, text), plugin::Written::kYes);
  }
  MemoryJournal journal_;
  plugin::Store store_ = journal_.open();
};

TEST_F(ProtectedListTest, is_empty_at_first) {
  const auto list = load_protected(store_);
  ASSERT_TRUE(list);
  EXPECT_TRUE(list->senders.empty());
  EXPECT_EQ(list->version, 0);
}

TEST_F(ProtectedListTest, is_kept) {
  auto list = *load_protected(store_);
  list.senders.add("ann@example.org");
  list.senders.add("@bank.example");
  EXPECT_EQ(save_protected(store_, list), plugin::Written::kYes);
  auto other = journal_.open();
  const auto again = load_protected(other);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->senders.list(), list.senders.list());
  EXPECT_EQ(again->version, 1);
}

TEST_F(ProtectedListTest, is_not_overwritten_by_who_has_not_seen_it) {
  auto mine = *load_protected(store_);
  auto theirs = mine;
  theirs.senders.add("@bank.example");
  mine.senders.add("ann@example.org");
  ASSERT_EQ(save_protected(store_, theirs), plugin::Written::kYes);
  EXPECT_EQ(save_protected(store_, mine), plugin::Written::kConflict);
  EXPECT_EQ(load_protected(store_)->senders.list(), theirs.senders.list());
}

// An unknown form protects somebody: nothing may be done as if it did not.
TEST_F(ProtectedListTest, that_cannot_be_read_is_an_error) {
  put("no JSON");
  EXPECT_EQ(load_protected(store_).error().message,
            "the list of protected senders in the store cannot be read");
  EXPECT_FALSE(check_protected(store_, run_header()));
}

TEST_F(ProtectedListTest, of_a_newer_form_is_an_error) {
  put(R"({"format": "mailcomb.protected/2", "senders": []})");
  EXPECT_FALSE(load_protected(store_));
}

TEST_F(ProtectedListTest, of_odd_senders_is_an_error) {
  put(R"({"format": "mailcomb.protected/1", "senders": [7]})");
  EXPECT_FALSE(load_protected(store_));
}

TEST_F(ProtectedListTest, binds_a_run) {
  auto header = run_header();
  EXPECT_TRUE(check_protected(store_, header));
  auto list = *load_protected(store_);
  list.senders.add("@bank.example");
  ASSERT_EQ(save_protected(store_, list), plugin::Written::kYes);
  const auto checked = check_protected(store_, header);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().fault, Fault::kInvalid);
  EXPECT_EQ(checked.error().message, "the protected senders changed since this run was planned");
  header.protected_digest = list.senders.digest();
  EXPECT_TRUE(check_protected(store_, header));
}

}  // namespace
}  // namespace mailcomb::testing
