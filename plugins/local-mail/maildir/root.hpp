// SPDX-License-Identifier: Apache-2.0
// Root: the open directory of a Maildir, and the name it goes by.
#pragma once

#include <string>

#include "posix/unique_fd.hpp"

namespace mailcomb::local_mail {

struct Root {
  UniqueFd fd;
  std::string account;  // The canonical absolute path, as text.
};

// Throws sdk::Failure that says what is wrong with the path, and what may have been meant.
Root open_root(const std::string& path);

}  // namespace mailcomb::local_mail
