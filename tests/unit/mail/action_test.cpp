// SPDX-License-Identifier: Apache-2.0
#include "mail/action.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace mailcomb::mail {
namespace {

using Kind = Action::Kind;

const std::vector<std::pair<Action, const char*>> kAll = {{{Kind::kArchive, {}}, "archive"},
                                                          {{Kind::kTrash, {}}, "trash"},
                                                          {{Kind::kKeep, {}}, "keep"},
                                                          {{Kind::kMarkRead, {}}, "mark_read"},
                                                          {{Kind::kMarkUnread, {}}, "mark_unread"},
                                                          {{Kind::kStar, {}}, "star"},
                                                          {{Kind::kUnstar, {}}, "unstar"},
                                                          {{Kind::kLabel, "Work"}, "label:Work"},
                                                          {{Kind::kUnlabel, "a:b"}, "unlabel:a:b"},
                                                          {{Kind::kRestore, {}}, "restore"}};

TEST(Action, is_written_and_read_by_its_name) {
  for (const auto& [action, text] : kAll) {
    EXPECT_EQ(to_text(action), text);
    EXPECT_EQ(parse_action(text), action) << text;
  }
}

TEST(Action, is_not_read_from_anything_else) {
  for (const char* text : {"", "delete", "Archive", "archive ", "archive:", "archive:x", "label",
                           "label:", "unlabel", ":", ":label"})
    EXPECT_FALSE(parse_action(text)) << text;
}

TEST(Action, that_moves_or_keeps_is_terminal) {
  for (const auto& [action, text] : kAll)
    EXPECT_EQ(is_terminal(action), action.kind <= Kind::kKeep) << text;
}

TEST(Action, has_an_inverse_that_leads_back) {
  for (const auto& [action, text] : kAll) {
    const auto back = inverse(action);
    if (action.kind == Kind::kKeep || action.kind == Kind::kRestore) {
      EXPECT_FALSE(back) << text;
    } else if (is_terminal(action)) {
      EXPECT_EQ(back, (Action{Kind::kRestore, {}})) << text;
    } else {
      ASSERT_TRUE(back) << text;
      EXPECT_EQ(inverse(*back), action) << text;
    }
  }
}

TEST(Action, contradicts_its_opposite_only) {
  const auto contradicts = [](const char* a, const char* b) {
    return contradict(*parse_action(a), *parse_action(b));
  };
  EXPECT_TRUE(contradicts("star", "unstar"));
  EXPECT_TRUE(contradicts("mark_unread", "mark_read"));
  EXPECT_TRUE(contradicts("label:A", "unlabel:A"));
  EXPECT_FALSE(contradicts("label:A", "unlabel:B"));
  EXPECT_FALSE(contradicts("star", "star"));
  EXPECT_FALSE(contradicts("archive", "trash"));  // One of them wins.
  EXPECT_FALSE(contradicts("archive", "restore"));
}

}  // namespace
}  // namespace mailcomb::mail
