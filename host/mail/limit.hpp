// SPDX-License-Identifier: Apache-2.0
// Limit: at most so many messages of a mailbox may get an action in one run.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mail/action.hpp"

namespace mailcomb::mail {

// Of both bounds the first that is exceeded stops the run.
struct Limit {
  Action::Kind action;
  std::optional<double> percent;  // Of the messages outside trash and spam, from 100 of them on.
  std::optional<std::int64_t> count;
};

// For what a policy says nothing about.
inline std::vector<Limit> default_limits() {
  return {{Action::Kind::kTrash, 20.0, {}}, {Action::Kind::kArchive, 60.0, {}}};
}

}  // namespace mailcomb::mail
