// SPDX-License-Identifier: Apache-2.0
// MailboxDescription: what a provider says of an open mailbox.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/value.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

struct MailboxDescription {
  std::string account;               // Names the mailbox among all of its provider.
  std::vector<std::string> columns;  // `header:*` stands for every header.
  std::vector<std::string> actions;  // `label:*` stands for every label. Empty: read-only.
  std::int64_t changes_per_batch = 1000;
  std::string cost_unit;
  std::map<std::string, std::string, std::less<>> notes;  // From an action to what else it means.

  bool has_column(std::string_view name) const;
  bool has_action(std::string_view name) const;
};

// Fails with what is wrong with it as the message.
Result<MailboxDescription> read_mailbox_description(const sdk::Value& value);

}  // namespace mailcomb::plugin
