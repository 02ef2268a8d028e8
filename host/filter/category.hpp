// SPDX-License-Identifier: Apache-2.0
// The category of a message, derived from its headers where the provider knows none.
//
// First match wins (docs/2-policies.md):
//   forums      List-Post, unless it says NO (RFC 2369): people write to each other there
//   social      the sender's domain is that of a social network, or below it
//   promotions  List-Unsubscribe, or Precedence: bulk
//   updates     Auto-Submitted other than "no" (RFC 3834), or a no-reply sender
//   primary     everything else
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "mailcomb/batch.hpp"

namespace mailcomb::filter {

inline constexpr std::array<std::string_view, 5> kCategories = {"primary", "promotions", "social",
                                                                "updates", "forums"};

// The columns that deriving needs.
inline constexpr std::array<std::string_view, 5> kCategoryEvidence = {
    "from", "header:list-post", "header:list-unsubscribe", "header:precedence",
    "header:auto-submitted"};

// Empty if the message could not be read.
std::optional<std::string_view> derive_category(const sdk::Row& row);

}  // namespace mailcomb::filter
