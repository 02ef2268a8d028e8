// SPDX-License-Identifier: Apache-2.0
// A number that a message may not have, as a cell: null if it has none.
#pragma once

#include <cstdint>
#include <optional>

#include "mail/columns.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::local_mail {

inline void write_number(const Column& column, std::optional<std::int64_t> number,
                         sdk::RowWriter& rows) {
  if (number) {
    rows.i64(column.index, *number);
  } else {
    rows.null(column.index);
  }
}

}  // namespace mailcomb::local_mail
