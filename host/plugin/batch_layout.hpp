// SPDX-License-Identifier: Apache-2.0
// Lays columns out as one block (abi/batch.h).
#pragma once

#include <cstdint>
#include <span>

#include "plugin/batch.hpp"
#include "plugin/column_buffer.hpp"

namespace mailcomb::plugin {

// Every column has `row_count` cells.
Batch lay_out(std::span<const ColumnBuffer> columns, std::uint32_t row_count,
              std::uint64_t first_ordinal);

}  // namespace mailcomb::plugin
