// SPDX-License-Identifier: Apache-2.0
// The columns of abi/column.h and their types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::plugin {

struct ColumnSpec {
  std::string name;
  std::uint32_t type;  // MAILCOMB_COLUMN_

  friend bool operator==(const ColumnSpec&, const ColumnSpec&) = default;
};

// Empty if there is no such column; `header:Name` is none, since header names are in lower case.
std::optional<std::uint32_t> column_type(std::string_view name);

// In the same order. Fails with kInvalid for a name that is no column.
Result<std::vector<ColumnSpec>> column_specs(const std::vector<std::string>& names);

}  // namespace mailcomb::plugin
