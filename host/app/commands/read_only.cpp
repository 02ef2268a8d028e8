// SPDX-License-Identifier: Apache-2.0
#include "app/commands/read_only.hpp"

#include "plugin/utf8.hpp"

namespace mailcomb::app {

bool is_read_only(const plugin::MailboxDescription& mailbox) { return mailbox.actions.empty(); }

std::string what_instead(const plugin::MailboxDescription& mailbox) {
  const auto note = mailbox.notes.find("read_only");
  if (note == mailbox.notes.end()) return "apply the policy where the mail lives";
  return plugin::printable(note->second);
}

}  // namespace mailcomb::app
