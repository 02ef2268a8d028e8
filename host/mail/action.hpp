// SPDX-License-Identifier: Apache-2.0
// Action: one thing that can happen to a message, by the names of the command line's contract.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mailcomb::mail {

struct Action {
  enum class Kind : std::uint8_t {
    kArchive,
    kTrash,
    kKeep,
    kMarkRead,
    kMarkUnread,
    kStar,
    kUnstar,
    kLabel,
    kUnlabel,
    kRestore,  // In an undo: back to where the restore token says.
  };
  Kind kind = Kind::kKeep;
  std::string label;  // Of kLabel and kUnlabel, else empty.

  auto operator<=>(const Action&) const = default;
};

// "archive", "label:Work".
std::string to_text(const Action& action);
std::optional<Action> parse_action(std::string_view text);

// Archive, trash and keep: at most one of them happens to a message.
bool is_terminal(const Action& action);

// mark_read for mark_unread, label:X for unlabel:X, …; restore for archive and trash; empty for the
// rest, which have none.
std::optional<Action> inverse(const Action& action);

// Whether the two may not both happen to one message; terminal actions do not contradict, one wins.
bool contradict(const Action& a, const Action& b);

}  // namespace mailcomb::mail
