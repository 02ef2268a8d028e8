// SPDX-License-Identifier: Apache-2.0
#include "mail/state.hpp"

#include <algorithm>
#include <array>

#include "mailcomb/abi/column.h"

namespace mailcomb::mail {
namespace {

using Kind = Action::Kind;

constexpr std::array<std::string_view, 5> kFlagNames = {"unread", "starred", "replied", "draft",
                                                        "important"};

bool has_label(const State& state, const std::string& label) {
  return std::binary_search(state.labels.begin(), state.labels.end(), label);
}

void move_to(State& state, Location location) {
  if (state.location == location) return;
  state.location = location;
  state.folder.clear();
}

void apply(State& state, const Action& action) {
  auto& labels = state.labels;
  switch (action.kind) {
    case Kind::kArchive: return move_to(state, Location::kArchive);
    case Kind::kTrash: return move_to(state, Location::kTrash);
    case Kind::kMarkRead: state.flags &= ~MAILCOMB_FLAG_UNREAD; return;
    case Kind::kMarkUnread: state.flags |= MAILCOMB_FLAG_UNREAD; return;
    case Kind::kStar: state.flags |= MAILCOMB_FLAG_STARRED; return;
    case Kind::kUnstar: state.flags &= ~MAILCOMB_FLAG_STARRED; return;
    case Kind::kLabel:
      if (!has_label(state, action.label))
        labels.insert(std::lower_bound(labels.begin(), labels.end(), action.label), action.label);
      return;
    case Kind::kUnlabel: std::erase(labels, action.label); return;
    case Kind::kKeep:
    case Kind::kRestore: return;
  }
}

}  // namespace

bool satisfies(const State& state, const Action& action) {
  State changed = state;
  apply(changed, action);
  return action.kind != Kind::kRestore && changed == state;
}

State after(State state, std::span<const Action> actions) {
  for (const auto& action : actions) apply(state, action);
  return state;
}

bool fits(const State& observed, const State& expected) {
  return observed.flags == expected.flags && observed.location == expected.location &&
         observed.labels == expected.labels &&
         (expected.folder.empty() || observed.folder == expected.folder);
}

std::vector<std::string> flag_names(std::uint64_t flags) {
  std::vector<std::string> names;
  for (std::size_t bit = 0; bit < kFlagNames.size(); ++bit)
    if (flags >> bit & 1) names.emplace_back(kFlagNames[bit]);
  return names;
}

std::uint64_t find_flag(std::string_view name) {
  for (std::size_t bit = 0; bit < kFlagNames.size(); ++bit)
    if (kFlagNames[bit] == name) return std::uint64_t{1} << bit;
  return 0;
}

}  // namespace mailcomb::mail
