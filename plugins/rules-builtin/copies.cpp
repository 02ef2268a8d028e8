// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/copies.hpp"

#include <algorithm>
#include <tuple>

namespace mailcomb::rules_builtin {
namespace {

bool is_of_smaller_content(const Copy& a, const Copy& b) {
  return std::tie(a.content, a.size_bytes) < std::tie(b.content, b.size_bytes);
}

bool is_better(const Copy& a, const Copy& b) {
  return std::tie(a.rank, a.received_at_ms, a.place, a.tie, a.ordinal) <
         std::tie(b.rank, b.received_at_ms, b.place, b.tie, b.ordinal);
}

}  // namespace

Why why_better(const Copy& best, const Copy& other) {
  if (best.rank < other.rank) return static_cast<Why>(best.rank);
  if (best.received_at_ms < other.received_at_ms) return Why::kArrival;
  return best.place < other.place ? Why::kPlace : Why::kTie;
}

void find_copies(std::vector<Copy>& list, const std::function<void(std::span<const Copy>)>& found) {
  std::sort(list.begin(), list.end(), is_of_smaller_content);
  for (auto first = list.begin(); first != list.end();) {
    const auto end = std::find_if(first, list.end(), [&](const Copy& other) {
      return other.content != first->content ||
             other.size_bytes - first->size_bytes > kSizesDifferMax;
    });
    std::sort(first, end, is_better);
    found({first, end});
    first = end;
  }
}

}  // namespace mailcomb::rules_builtin
