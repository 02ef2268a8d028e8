// SPDX-License-Identifier: Apache-2.0
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

constexpr auto kText = MAILCOMB_COLUMN_UTF8;
constexpr auto kInteger = MAILCOMB_COLUMN_I64;

}  // namespace

std::vector<sdk::Table> tables() {
  return {{"cleanup_policies",
           1,
           {{"digest", kText}, {"name", kText}, {"saved_at", kInteger}, {"text", kText}}},
          {"cleanup_runs",
           1,
           {{"run_id", kText},
            {"started_at", kInteger},
            {"kind", kText},
            {"policy", kText},
            {"provider", kText},
            {"account", kText},
            {"header", kText}}},
          {"cleanup_actions",
           2,
           {{"run_id", kText},
            {"sequence", kInteger},
            {"at", kInteger},
            {"kind", kText},
            {"batch", kInteger},
            {"message_id", kText},
            {"payload", kText}}}};
}

plugin::BatchBuilder rows_of(TableNumber table) {
  std::vector<plugin::ColumnSpec> columns;
  const auto declared = tables();
  for (const auto& column : declared[table].columns) columns.push_back({column.name, column.type});
  return plugin::BatchBuilder(std::move(columns));
}

}  // namespace mailcomb::journal
