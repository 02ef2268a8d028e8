// SPDX-License-Identifier: Apache-2.0
// Cells of the journal's rows that sdk::Row does not read: bytes.
#pragma once

#include <optional>
#include <string_view>

#include "mailcomb/abi/batch.h"
#include "mailcomb/text.hpp"

namespace mailcomb::journal {

// Empty if the cell is null.
inline std::optional<std::string_view> bytes_at(const mailcomb_batch& batch, std::uint32_t row,
                                                std::uint32_t column_number) {
  const auto* column = mailcomb_batch_column_at(&batch, column_number);
  if (mailcomb_batch_is_null(&batch, column, row)) return {};
  return sdk::view(mailcomb_batch_utf8(&batch, column, row));
}

inline std::optional<std::int64_t> integer_at(const mailcomb_batch& batch, std::uint32_t row,
                                              std::uint32_t column_number) {
  const auto* column = mailcomb_batch_column_at(&batch, column_number);
  if (mailcomb_batch_is_null(&batch, column, row)) return {};
  return mailcomb_batch_i64(&batch, column, row);
}

}  // namespace mailcomb::journal
