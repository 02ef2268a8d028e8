// SPDX-License-Identifier: Apache-2.0
#include "mail/state.hpp"

#include <gtest/gtest.h>

#include "mailcomb/abi/column.h"

namespace mailcomb::mail {
namespace {

const State kInbox{MAILCOMB_FLAG_UNREAD, Location::kInbox, "INBOX", {"B", "D"}};

State after_text(const State& state, std::initializer_list<const char*> texts) {
  std::vector<Action> actions;
  for (const char* text : texts) actions.push_back(*parse_action(text));
  return after(state, actions);
}

TEST(State, after_flags) {
  EXPECT_EQ(after_text(kInbox, {"mark_read"}).flags, 0u);
  EXPECT_EQ(after_text(kInbox, {"star"}).flags, MAILCOMB_FLAG_UNREAD | MAILCOMB_FLAG_STARRED);
  EXPECT_EQ(after_text(kInbox, {"star", "unstar"}), kInbox);
  EXPECT_EQ(after_text(kInbox, {"mark_read", "mark_unread"}), kInbox);
}

TEST(State, after_a_move_leaves_the_folder_to_the_provider) {
  EXPECT_EQ(after_text(kInbox, {"archive"}),
            (State{MAILCOMB_FLAG_UNREAD, Location::kArchive, "", {"B", "D"}}));
  EXPECT_EQ(after_text(kInbox, {"trash"}).location, Location::kTrash);
  const State trash{0, Location::kTrash, "Bin", {}};
  EXPECT_EQ(after_text(trash, {"trash"}), trash);
}

TEST(State, after_labels_keeps_them_sorted_and_once) {
  EXPECT_EQ(after_text(kInbox, {"label:C", "label:A", "label:E", "label:B"}).labels,
            (std::vector<std::string>{"A", "B", "C", "D", "E"}));
  EXPECT_EQ(after_text(kInbox, {"unlabel:B", "unlabel:X"}).labels, std::vector<std::string>{"D"});
}

TEST(State, after_keep_and_restore_is_as_before) {
  EXPECT_EQ(after_text(kInbox, {"keep", "restore"}), kInbox);
}

TEST(State, satisfies_what_would_change_nothing) {
  const auto satisfied = [](const char* action) {
    return satisfies(kInbox, *parse_action(action));
  };
  for (const char* action : {"keep", "mark_unread", "unstar", "label:B", "unlabel:A"})
    EXPECT_TRUE(satisfied(action)) << action;
  for (const char* action : {"archive", "trash", "mark_read", "star", "label:A", "unlabel:B"})
    EXPECT_FALSE(satisfied(action)) << action;
  EXPECT_FALSE(satisfied("restore"));  // Only its token knows.
}

TEST(State, fits_an_expectation_without_a_folder) {
  const State archived{0, Location::kArchive, ".Archive", {"A"}};
  State expected = archived;
  EXPECT_TRUE(fits(archived, expected));
  expected.folder.clear();
  EXPECT_TRUE(fits(archived, expected));
  expected.folder = ".Old";
  EXPECT_FALSE(fits(archived, expected));
}

TEST(State, fits_nothing_else) {
  const State observed{0, Location::kArchive, "", {"A"}};
  EXPECT_FALSE(fits(observed, {MAILCOMB_FLAG_UNREAD, Location::kArchive, "", {"A"}}));
  EXPECT_FALSE(fits(observed, {0, Location::kInbox, "", {"A"}}));
  EXPECT_FALSE(fits(observed, {0, Location::kArchive, "", {}}));
}

TEST(State, names_its_flags_in_the_order_of_the_bits) {
  EXPECT_EQ(flag_names(0x1f),
            (std::vector<std::string>{"unread", "starred", "replied", "draft", "important"}));
  EXPECT_TRUE(flag_names(0).empty());
  EXPECT_TRUE(flag_names(std::uint64_t{1} << 40).empty());
  for (const auto& name : flag_names(0x1f))
    EXPECT_EQ(flag_names(find_flag(name)), std::vector<std::string>{name});
  EXPECT_EQ(find_flag("seen"), 0u);
}

TEST(Location, comes_back_by_its_name) {
  for (const auto name : kLocationNames) EXPECT_EQ(to_text(*find_location(name)), name);
  EXPECT_FALSE(find_location("Inbox"));
}

}  // namespace
}  // namespace mailcomb::mail
