// SPDX-License-Identifier: Apache-2.0
// Dates of mail, read strictly: a field out of range makes the whole date unreadable.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace mailcomb::local_mail {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// RFC 5322 section 3.3 with the obsolete forms of 4.3: years of two and three digits, named zones,
// comments; seconds, weekday and zone may be missing, a wrong weekday and text behind the zone do
// not count. An unknown zone and none are UTC.
std::optional<Instant> parse_date(std::string_view text);

// `Thu Aug 22 12:36:23 2002` (asctime) behind the sender of an mbox `From ` line (RFC 4155), in UTC
// unless a zone stands before or behind the year.
std::optional<Instant> parse_from_line_date(std::string_view from_line);

}  // namespace mailcomb::local_mail
