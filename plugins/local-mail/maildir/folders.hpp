// SPDX-License-Identifier: Apache-2.0
// The folders of a Maildir++, and what of the mailbox cannot be read.
#pragma once

#include <string>
#include <vector>

namespace mailcomb::local_mail {

// Something in the mailbox that cannot be given as messages. `why` goes on after `what`.
struct Trouble {
  std::string what;  // Its path below the root, as text.
  std::string why;
  bool hides_messages = false;  // Messages may lie behind it that are not listed.
};

// The names of the folders' directories in the order of their bytes; the inbox, "", comes first. A
// folder is a directory `.Name` that holds cur. Throws sdk::Failure if the root cannot be read.
std::vector<std::string> load_folders(int root_fd, std::vector<Trouble>& troubles);

}  // namespace mailcomb::local_mail
