// SPDX-License-Identifier: Apache-2.0
#include "plan/guard.hpp"

#include <algorithm>

#include "mailcomb/abi/column.h"

namespace mailcomb::plan {
namespace {

using Kind = mail::Action::Kind;
using mail::Location;

constexpr GuardSet kForEveryAction = {Guard::kProtected, Guard::kStarred, Guard::kImportant,
                                      Guard::kDraft,     Guard::kSent,    Guard::kUnknownDate,
                                      Guard::kFutureDate};
constexpr GuardSet kForTrash =
    kForEveryAction | GuardSet{Guard::kReplied, Guard::kUserLabel, Guard::kDerivedCategory,
                               Guard::kThread, Guard::kLastCopy};

GuardSet heeded_by(const mail::Action& action) {
  switch (action.kind) {
    case Kind::kTrash: return kForTrash;
    case Kind::kStar:
    case Kind::kUnstar:
    case Kind::kKeep: return {};
    default: return kForEveryAction;
  }
}

}  // namespace

std::vector<Guard> GuardSet::list() const {
  std::vector<Guard> guards;
  for (std::size_t i = 0; i < kGuardNames.size(); ++i)
    if (has(static_cast<Guard>(i))) guards.push_back(static_cast<Guard>(i));
  return guards;
}

std::string to_text(GuardSet guards) {
  std::string text;
  for (const auto guard : guards.list())
    text += (text.empty() ? "" : ", ") + std::string(to_text(guard));
  return text;
}

GuardSet own_guards(const mail::State& state, std::optional<std::int64_t> received_at_ms,
                    bool has_user_label, std::int64_t now_ms) {
  GuardSet raised;
  const auto raise_if = [&raised](bool condition, Guard guard) {
    if (condition) raised.add(guard);
  };
  raise_if(state.flags & MAILCOMB_FLAG_STARRED, Guard::kStarred);
  raise_if(state.flags & MAILCOMB_FLAG_IMPORTANT, Guard::kImportant);
  raise_if(state.flags & MAILCOMB_FLAG_DRAFT || state.location == Location::kDrafts, Guard::kDraft);
  raise_if(state.location == Location::kSent, Guard::kSent);
  raise_if(!received_at_ms, Guard::kUnknownDate);
  raise_if(received_at_ms && *received_at_ms > now_ms, Guard::kFutureDate);
  raise_if(state.flags & MAILCOMB_FLAG_REPLIED, Guard::kReplied);
  raise_if(has_user_label, Guard::kUserLabel);
  return raised;
}

GuardSet stopping(GuardSet raised, std::span<const mail::Action> actions) {
  GuardSet heeded;
  for (const auto& action : actions) heeded = heeded | heeded_by(action);
  return raised & heeded;
}

}  // namespace mailcomb::plan
