// SPDX-License-Identifier: Apache-2.0
// Event: one row of cleanup_actions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "journal/cells.hpp"
#include "journal/tables.hpp"
#include "plugin/batch.hpp"
#include "support/time.hpp"

namespace mailcomb::journal {

// Borrows from the batch that its row is of.
struct Event {
  std::int64_t sequence = 0;  // From 0, within the run.
  Time at;
  std::string_view kind;
  std::optional<std::int64_t> batch;
  std::string_view payload;
  std::string_view sealed;
};

inline Event event_of(const plugin::Batch& rows, std::uint32_t number) {
  const auto row = rows.row(number);
  return {row.integer("sequence").value_or(0),
          from_unix_ms(row.integer("at").value_or(0)),
          row.text("kind").value_or(""),
          row.integer("batch"),
          row.text("payload").value_or(""),
          bytes_at(rows.abi(), number, actions::kSealed).value_or("")};
}

}  // namespace mailcomb::journal
