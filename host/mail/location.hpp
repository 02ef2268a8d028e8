// SPDX-License-Identifier: Apache-2.0
// Location: which of the places that every mailbox has a message lies in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mailcomb::mail {

enum class Location : std::uint8_t { kInbox, kArchive, kSent, kDrafts, kTrash, kSpam, kOther };

inline constexpr std::array<std::string_view, 7> kLocationNames = {
    "inbox", "archive", "sent", "drafts", "trash", "spam", "other"};

inline std::string_view to_text(Location location) {
  return kLocationNames[static_cast<std::size_t>(location)];
}

inline std::optional<Location> find_location(std::string_view name) {
  for (std::size_t i = 0; i < kLocationNames.size(); ++i)
    if (kLocationNames[i] == name) return static_cast<Location>(i);
  return {};
}

}  // namespace mailcomb::mail
