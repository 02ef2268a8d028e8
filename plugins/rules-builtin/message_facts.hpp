// SPDX-License-Identifier: Apache-2.0
// What rule types that compare messages read of one: its sender, list, and what makes it a copy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mailcomb/batch.hpp"
#include "rules-builtin/text_hash.hpp"

namespace mailcomb::rules_builtin {

// The first From address in lower case; empty if there is none.
std::string sender_of(const sdk::Row& row);

// The identifier of the first List-Id (RFC 2919), in lower case; empty if there is none.
std::string list_of(const sdk::Row& row);

// The text of the first field of that header, without blanks at its ends; empty if there is none.
std::string field_of(const sdk::Row& row, std::string_view column);

// Whether the headers could be read at all: an absent header is a known, empty list.
bool is_readable(const sdk::Row& row);

// What is the same for all copies of one message, and for nothing else: Message-ID, sender, date and
// plain subject; without a Message-ID sender, date, exact subject and size. The date is that of the
// header Date, else when the message was received. Empty if there is not enough to go by.
std::optional<std::string> content_of(const sdk::Row& row);

// The columns that content_of reads.
inline constexpr std::string_view kContentColumns[] = {
    "header:message-id", "header:date", "from", "subject", "size_bytes", "received_at"};

// Says who comes first where nothing else does: the same at every scan, wherever the message lies.
std::uint32_t tie_of(const sdk::Row& row);

}  // namespace mailcomb::rules_builtin
