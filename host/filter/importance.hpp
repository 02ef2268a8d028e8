// SPDX-License-Identifier: Apache-2.0
// The importance of a message, derived from what is known of it where the provider tells none.
//
// First match wins (docs/2-policies.md):
//   spam      lies in the spam folder, or X-Spam-Flag: YES, which mail servers write
//   critical  starred, or marked important
//   high      replied to
//   low       List-Id or List-Unsubscribe, or Precedence: bulk, list or junk: it went to many
//   high      X-Priority: 1 or 2, or Importance: high, which senders write
//   low       X-Priority: 4 or 5, or Importance: low
//   medium    everything else
// What the reader did comes before what the sender says, so that no sender can claim more than high.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "mailcomb/batch.hpp"

namespace mailcomb::filter {

inline constexpr std::array<std::string_view, 5> kImportances = {"critical", "high", "medium",
                                                                 "low", "spam"};

// The columns that deriving needs.
inline constexpr std::array<std::string_view, 8> kImportanceEvidence = {"flags",
                                                                        "location",
                                                                        "header:x-spam-flag",
                                                                        "header:list-id",
                                                                        "header:list-unsubscribe",
                                                                        "header:precedence",
                                                                        "header:x-priority",
                                                                        "header:importance"};

// Empty if the message could not be read.
std::optional<std::string_view> derive_importance(const sdk::Row& row);

}  // namespace mailcomb::filter
