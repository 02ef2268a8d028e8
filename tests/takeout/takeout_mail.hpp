// SPDX-License-Identifier: Apache-2.0
// A mailbox of Gmail, made for tests: every place, flag, category and age with every other, in
// conversations of a few messages.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mailcomb::testing {

struct TakeoutMessage {
  std::string id;
  std::string place;  // Inbox, Archived, Sent, Trash, Spam or Drafts.
  bool is_unread = false;
  bool is_starred = false;
  std::string labels;     // As they stand in X-Gmail-Labels.
  std::string from_line;  // Of the mbox, with its end.
  std::string content;
};

std::vector<TakeoutMessage> make_takeout_messages();

// As Google Takeout does it.
void write_mbox(const std::vector<TakeoutMessage>& messages, const std::filesystem::path& file);
// As a converter that keeps the `From ` line does it: folders and letters say what labels said, and
// each file is named by its Message-ID.
void write_maildir(const std::vector<TakeoutMessage>& messages,
                   const std::filesystem::path& folder);

}  // namespace mailcomb::testing
