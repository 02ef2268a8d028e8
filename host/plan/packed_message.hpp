// SPDX-License-Identifier: Apache-2.0
// PackedMessage: what a plan tells of one message, in little memory. A planner holds one of every message
// that a rule may change until it has seen the whole mailbox.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"

namespace mailcomb::plan {

class PackedMessage {
 public:
  // Without the actions.
  explicit PackedMessage(const Change& change);
  Change unpack() const;

  std::string_view id() const { return text(Text::kId); }
  mail::State prior() const;
  mail::Location location() const { return location_; }
  std::int64_t size_bytes() const { return size_bytes_.value_or(0); }

 private:
  enum Text : std::uint8_t { kId, kThread, kFolder, kSubject, kFrom, kTexts };

  std::string_view text(Text which) const;

  std::unique_ptr<char[]> texts_;  // One after the other, each with its end.
  std::array<std::uint32_t, kTexts> ends_{};
  mail::Location location_;
  std::uint64_t flags_;
  std::optional<std::int64_t> received_at_ms_;
  std::optional<std::int64_t> size_bytes_;
  std::vector<std::string> labels_;
};

}  // namespace mailcomb::plan
