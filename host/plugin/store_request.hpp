// SPDX-License-Identifier: Apache-2.0
// What the host passes to a store, in the ABI's form.
#pragma once

#include <optional>
#include <vector>

#include "mailcomb/store.hpp"

namespace mailcomb::plugin {

// Borrows the names of `tables`.
class TableList {
 public:
  explicit TableList(const std::vector<sdk::Table>& tables) {
    columns_.reserve(tables.size());
    for (const sdk::Table& table : tables) {
      auto& columns = columns_.emplace_back();
      for (const auto& column : table.columns)
        columns.push_back({sdk::slice(column.name), column.type, 0});
      tables_.push_back({sizeof(mailcomb_table), table.key_columns, sdk::slice(table.name),
                         columns.data(), static_cast<std::uint32_t>(columns.size()), 0});
    }
  }
  const std::vector<mailcomb_table>& abi() const { return tables_; }

 private:
  std::vector<std::vector<mailcomb_table_column>> columns_;
  std::vector<mailcomb_table> tables_;
};

// `abi()` is valid while the request stays where it is.
class RangeRequest {
 public:
  explicit RangeRequest(const sdk::KeyRange& range)
      : first_flat_(sdk::Value::list(range.first)),
        last_flat_(sdk::Value::list(range.last)),
        first_(first_flat_.abi()),
        last_(last_flat_.abi()) {
    abi_ = {sizeof abi_,
            range.descending ? std::uint32_t{MAILCOMB_ORDER_DESCENDING}
                             : std::uint32_t{MAILCOMB_ORDER_ASCENDING},
            range.first.empty() ? nullptr : &first_, range.last.empty() ? nullptr : &last_,
            range.rows_max};
  }
  RangeRequest(const RangeRequest&) = delete;
  RangeRequest& operator=(const RangeRequest&) = delete;

  const mailcomb_key_range* abi() const { return &abi_; }

 private:
  sdk::FlatValue first_flat_, last_flat_;
  mailcomb_value first_, last_;
  mailcomb_key_range abi_;
};

}  // namespace mailcomb::plugin
