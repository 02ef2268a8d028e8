// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/retention.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_set>

namespace mailcomb::rules_builtin {
namespace {

bool comes_first(const Retained& a, const Retained& b) {
  return std::forward_as_tuple(a.group, b.received_at_ms, std::uint32_t{a.tie}, a.ordinal) <
         std::forward_as_tuple(b.group, a.received_at_ms, std::uint32_t{b.tie}, b.ordinal);
}

void retain_group(std::span<const Retained> group, const RetentionPolicy& policy,
                  const std::function<void(const Retention&)>& tell) {
  std::unordered_set<std::uint64_t> newest;
  Retention retention{0, Fate::kGoes, 0, static_cast<std::uint32_t>(group.size())};
  for (const auto& message : group) {
    ++retention.place;
    retention.ordinal = message.ordinal;
    if (newest.contains(message.content))
      retention.fate = Fate::kCopy;
    else if (newest.size() < policy.last && newest.insert(message.content).second)
      retention.fate = Fate::kLast;
    else
      retention.fate = policy.heeds_age && message.is_recent ? Fate::kRecent : Fate::kGoes;
    tell(retention);
  }
}

}  // namespace

void retain(std::vector<Retained>& list, const RetentionPolicy& policy,
            const std::function<void(const Retention&)>& tell) {
  std::sort(list.begin(), list.end(), comes_first);
  for (auto first = list.begin(); first != list.end();) {
    const auto end = std::find_if(
        first, list.end(), [&](const Retained& other) { return other.group != first->group; });
    retain_group({first, end}, policy, tell);
    first = end;
  }
}

}  // namespace mailcomb::rules_builtin
