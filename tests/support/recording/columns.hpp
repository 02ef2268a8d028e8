// SPDX-License-Identifier: Apache-2.0
// The columns of a message of the file.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "mailcomb/row_writer.hpp"
#include "support/recording/json.hpp"

namespace mailcomb::recording {

// All that abi/column.h has, `filter:` and `restore` apart.
inline constexpr std::array<std::string_view, 16> kColumns = {
    "id",       "thread",   "received_at", "size_bytes", "flags",   "location",
    "folder",   "from",     "to",          "cc",         "subject", "labels",
    "header:*", "category", "importance",  "attachments"};

// A property of a message, or what stands for one that was left out.
Json property(const Json& message, const std::string& name);

std::string folder_of(const std::string& location);

void write_row(const Json& message, std::span<const std::string> columns, sdk::RowWriter& rows);

}  // namespace mailcomb::recording
