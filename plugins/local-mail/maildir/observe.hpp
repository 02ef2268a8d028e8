// SPDX-License-Identifier: Apache-2.0
// Looks at some messages as they are now.
#pragma once

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "mail/columns.hpp"
#include "mailcomb/failure.hpp"
#include "mailcomb/row_writer.hpp"
#include "maildir/listing.hpp"
#include "maildir/message_row.hpp"

namespace mailcomb::local_mail {

// A row for each id that exactly one file has, in the order of the ids. What is neither there nor
// surely gone is skipped by name.
void observe(int root_fd, const sdk::Call& call, std::span<const mailcomb_str> ids,
             std::vector<Column> columns, LabelSource labels, sdk::RowWriter& rows);

}  // namespace mailcomb::local_mail
