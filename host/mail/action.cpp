// SPDX-License-Identifier: Apache-2.0
#include "mail/action.hpp"

#include <array>

namespace mailcomb::mail {
namespace {

using Kind = Action::Kind;

struct Name {
  Kind kind;
  std::string_view text;
};
constexpr std::array<Name, 10> kNames = {{
    {Kind::kArchive, "archive"},
    {Kind::kTrash, "trash"},
    {Kind::kKeep, "keep"},
    {Kind::kMarkRead, "mark_read"},
    {Kind::kMarkUnread, "mark_unread"},
    {Kind::kStar, "star"},
    {Kind::kUnstar, "unstar"},
    {Kind::kLabel, "label"},
    {Kind::kUnlabel, "unlabel"},
    {Kind::kRestore, "restore"},
}};

bool takes_label(Kind kind) { return kind == Kind::kLabel || kind == Kind::kUnlabel; }

}  // namespace

std::string to_text(const Action& action) {
  std::string text(kNames[static_cast<std::size_t>(action.kind)].text);
  return takes_label(action.kind) ? text + ":" + action.label : text;
}

std::optional<Action> parse_action(std::string_view text) {
  const auto colon = text.find(':');
  const auto word = text.substr(0, colon);
  for (const auto& name : kNames) {
    if (name.text != word) continue;
    const bool has_label = colon != std::string_view::npos && colon + 1 < text.size();
    if (takes_label(name.kind) != has_label) return {};
    if (!has_label && colon != std::string_view::npos) return {};
    return Action{name.kind, has_label ? std::string(text.substr(colon + 1)) : std::string()};
  }
  return {};
}

bool is_terminal(const Action& action) {
  return action.kind == Kind::kArchive || action.kind == Kind::kTrash || action.kind == Kind::kKeep;
}

std::optional<Action> inverse(const Action& action) {
  switch (action.kind) {
    case Kind::kArchive:
    case Kind::kTrash: return Action{Kind::kRestore, {}};
    case Kind::kMarkRead: return Action{Kind::kMarkUnread, {}};
    case Kind::kMarkUnread: return Action{Kind::kMarkRead, {}};
    case Kind::kStar: return Action{Kind::kUnstar, {}};
    case Kind::kUnstar: return Action{Kind::kStar, {}};
    case Kind::kLabel: return Action{Kind::kUnlabel, action.label};
    case Kind::kUnlabel: return Action{Kind::kLabel, action.label};
    case Kind::kKeep:
    case Kind::kRestore: return {};
  }
  return {};
}

bool contradict(const Action& a, const Action& b) {
  return !is_terminal(a) && !is_terminal(b) && inverse(a) == b;
}

}  // namespace mailcomb::mail
