// SPDX-License-Identifier: Apache-2.0
// GmailLabels: what the header X-Gmail-Labels says, with which Google Takeout exports a message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

// Gmail's own labels are known by their English names, in any case and with `_` or `-` for a blank.
// Every other label is the user's own, as Gmail's are in an export in another language: that can
// only keep more mail.
struct GmailLabels {
  bool is_known = false;      // The message has the header.
  std::uint64_t flags = 0;    // MAILCOMB_FLAG_
  std::string_view location;  // Of the column; `other` if the header is missing.
  std::string_view category;  // Empty if the header is missing.
  std::vector<std::string> own;
};

// What lies in several places is in the first of trash, spam, drafts, sent, inbox; what lies in none
// is archived. Without a category it is primary, as Gmail shows it.
GmailLabels read_gmail_labels(const HeaderBlock& headers);

// Whether the message comes out of Gmail: it has X-Gmail-Labels or X-GM-THRID.
bool is_from_gmail(const HeaderBlock& headers);

// The column `folder` of a mailbox that has places only by its labels: "INBOX", "Archive", …
std::string_view folder_of_location(std::string_view location);

}  // namespace mailcomb::local_mail
